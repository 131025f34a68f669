using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace GenAuth.GeneratorTests.Support;

/// <summary>
/// Runs NSwag in the test process with the project's configuration and templates. A run takes a fraction of a second, because
/// the process, its assemblies and the parsed templates stay. The assemblies are loaded into a context of their own, so that
/// the tests keep their version of Newtonsoft.Json.
/// </summary>
internal sealed class NSwagHost
{
    private const string Configuration = "nswag.json";

    private readonly string _folder = TestData.PathOf("generator");
    private readonly MethodInfo _load;
    private readonly MethodInfo _execute;

    private NSwagHost()
    {
        Environment.SetEnvironmentVariable("NSWAG_NOVERSION", "1");
        var resolver = new AssemblyDependencyResolver(TestData.NSwagTool);
        var context = new AssemblyLoadContext("NSwag");
        context.Resolving += (loading, name) => resolver.ResolveAssemblyToPath(name) is { } file ? loading.LoadFromAssemblyPath(file) : null;
        var type = context.LoadFromAssemblyPath(Path.Combine(Path.GetDirectoryName(TestData.NSwagTool)!, "NSwag.Commands.dll"))
            .GetType("NSwag.Commands.NSwagDocument", throwOnError: true)!;
        _load = type.GetMethod("LoadWithTransformationsAsync", BindingFlags.Public | BindingFlags.Static)!;
        _execute = type.GetMethod("ExecuteAsync", BindingFlags.Public | BindingFlags.Instance)!;
    }

    public static NSwagHost Shared { get; } = new();

    /// <summary>Generates the two files of a document, as the build step's tool does.</summary>
    public async Task<(string[] Contracts, string[] Clients)> RunAsync(string document, string folder)
    {
        var (contracts, clients) = (Path.Combine(folder, "Contracts.cs"), Path.Combine(folder, "Clients.cs"));
        var variables = string.Create(CultureInfo.InvariantCulture, $"Document={document},Contracts={contracts},Clients={clients}");
        var loaded = await AwaitAsync(_load.Invoke(null, [Path.Combine(_folder, Configuration), variables])!);
        try
        {
            await AwaitAsync(_execute.Invoke(loaded, [])!);
        }
        catch (Exception exception)
        {
            throw new NSwagException(exception);
        }

        return (await File.ReadAllLinesAsync(contracts), await File.ReadAllLinesAsync(clients));
    }

    private static async Task<object?> AwaitAsync(object task)
    {
        await (Task)task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }
}

/// <summary>NSwag refuses a document. The build step reports it as GENAUTH002 or GENAUTH015.</summary>
internal sealed class NSwagException(Exception reason) : Exception(reason.Message, reason);
