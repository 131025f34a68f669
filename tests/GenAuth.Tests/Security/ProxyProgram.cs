using System.Diagnostics;
using System.Net;
using System.Reflection;
using GenAuth.Testing;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Tests.Security;

/// <summary>A process that calls a tenant on this machine with every kind of client that the library makes, in an environment with a proxy.</summary>
internal static class ProxyProgram
{
    /// <summary>What it prints when all calls have succeeded.</summary>
    public const string Done = "done";

    public static async Task<string> RunAsync(string framework, GenAuthTenant tenant, string variable, string proxy)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", typeof(ProxyProgram).Assembly.Location, framework, tenant.AppHost, tenant.AppId, tenant.AlipayConnection, tenant.AccessKeyId, tenant.AccessKeySecret])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment[variable] = proxy;
        start.Environment["no_proxy"] = "elsewhere.example";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (await output + await errors).Trim();
    }

    public static async Task RunAsync(string[] arguments)
    {
        var library = BuiltLibrary.Load("GenAuth", arguments[0]);
        foreach (var hasTls in new[] { false, true })
        {
            await CallAsync(Create(library, "GenAuth.AuthenticationClient", hasTls, ("AppHost", arguments[1]), ("AppId", arguments[2])), arguments[3]);
            await ListAsync(
                Create(library, "GenAuth.ManagementClient", hasTls, ("Host", arguments[1]), ("AccessKeyId", arguments[4]), ("AccessKeySecret", arguments[5])),
                Activator.CreateInstance(library.GetType("GenAuth.Models.ListUsersRequestDto", throwOnError: true)!)!);
        }

        await CallAsync(Register(library, arguments), arguments[3]);

        // Proves that the proxy is used for other hosts.
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(arguments[1]));
        Console.WriteLine(response.StatusCode == HttpStatusCode.BadGateway ? Done : $"{response.StatusCode}");
    }

    private static object Create(Assembly library, string type, bool hasTls, params (string Name, string Value)[] settings)
    {
        var options = Activator.CreateInstance(library.GetType(type + "Options", throwOnError: true)!)!;
        foreach (var (name, value) in settings)
        {
            options.GetType().GetProperty(name)!.SetValue(options, value);
        }

        ((dynamic)options).Tls.DangerousAcceptAnyServerCertificate = hasTls;
        return Activator.CreateInstance(library.GetType(type, throwOnError: true)!, options)!;
    }

    private static object Register(Assembly library, string[] arguments)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["AppHost"] = arguments[1], ["AppId"] = arguments[2] }).Build();
        library.GetType("Microsoft.Extensions.DependencyInjection.GenAuthServiceCollectionExtensions", throwOnError: true)!
            .GetMethod("AddGenAuthAuthentication", [typeof(IServiceCollection), typeof(IConfiguration)])!.Invoke(null, [services, configuration]);
        return services.BuildServiceProvider().GetRequiredService(library.GetType("GenAuth.AuthenticationClient", throwOnError: true)!);
    }

    private static async Task CallAsync(dynamic client, string connection) => await client.GetAlipayAuthInfoAsync(connection);

    private static async Task ListAsync(dynamic client, dynamic body) => await client.ListUsersAsync(body);
}
