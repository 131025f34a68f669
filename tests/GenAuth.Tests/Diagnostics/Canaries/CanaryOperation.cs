using System.Reflection;
using GenAuth.Tests.Document;

namespace GenAuth.Tests.Diagnostics.Canaries;

/// <summary>A method of a client that makes calls.</summary>
internal sealed class CanaryOperation(MethodInfo method)
{
    private static readonly string[] Others =
        [nameof(ManagementClient.SendAsync), nameof(AuthenticationClient.WithAccessToken), nameof(ManagementClient.ExplainSignature), nameof(ToString)];

    // Hand-written methods have parameters that the document does not have.
    private static readonly Dictionary<string, bool> OfHandWritten = new()
    {
        ["extIdpConnIdentifier"] = false,
        ["number"] = false,
        ["code"] = true,
    };

    private static readonly Dictionary<(string Client, string Method), Operation> ByMethod =
        TheDocument.Operations.ToDictionary(operation => ($"{operation.Client}Client", MethodNameOf(operation)));

    public static IReadOnlyList<CanaryOperation> All { get; } =
    [
        .. new[] { typeof(AuthenticationClient), typeof(ManagementClient) }.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && !Others.Contains(method.Name)).Select(method => new CanaryOperation(method)),
    ];

    public string Name => $"{method.DeclaringType!.Name}.{method.Name}";

    public bool IsManagement => method.DeclaringType == typeof(ManagementClient);

    /// <summary>The type of the response.</summary>
    public Type Response => IsPaged
        ? method.DeclaringType!.GetMethod(method.Name.Replace("AutoPaging", string.Empty, StringComparison.Ordinal))!.ReturnType.GetGenericArguments()[0]
        : method.ReturnType.GetGenericArguments()[0];

    private bool IsPaged => method.Name.EndsWith("AutoPagingAsync", StringComparison.Ordinal);

    /// <summary>The documented operation; null for hand-written methods.</summary>
    public Operation? Documented { get; } = ByMethod.GetValueOrDefault(
        (method.DeclaringType!.Name, method.Name.Replace("AutoPagingAsync", "Async", StringComparison.Ordinal)));

    /// <summary>A value for every argument.</summary>
    public object?[] Arguments(RequestOptions options)
    {
        var values = new CanaryValue("request");
        return [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(RequestOptions) ? options
            : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
            : parameter.ParameterType.Name.EndsWith("Options", StringComparison.Ordinal) ? Options(parameter.ParameterType, values)
            : values.Create(parameter.ParameterType, $"{Name}.{parameter.Name}", IsSensitive(parameter.Name!)))];
    }

    /// <summary>Makes the call, and enumerates all pages of a paging operation.</summary>
    public async Task<object?> CallAsync(object client, object?[] arguments)
    {
        var call = method.Invoke(client, arguments)!;
        if (IsPaged)
        {
            await (Task)typeof(CanaryOperation).GetMethod(nameof(EnumerateAsync), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(method.ReturnType.GetGenericArguments()[0]).Invoke(null, [call])!;
            return null;
        }

        await (Task)call;
        return call.GetType().GetProperty("Result")!.GetValue(call);
    }

    private static async Task EnumerateAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items)
        {
            // The items are not needed.
        }
    }

    private static string MethodNameOf(Operation operation)
    {
        var name = (string?)operation.Node["x-csharp-name"] ?? operation.Id.Split('_', 2)[1];
        return char.ToUpperInvariant(name[0]) + name[1..] + "Async";
    }

    private static string Letters(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private object Options(Type type, CanaryValue values)
    {
        var options = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            property.SetValue(options, values.Create(property.PropertyType, $"{Name}.{name}", IsSensitive(name)));
        }

        return options;
    }

    private bool IsSensitive(string parameter)
    {
        if (Documented is null && OfHandWritten.TryGetValue(parameter, out var isSensitive))
        {
            return isSensitive;
        }

        var node = Documented?.Parameters.SingleOrDefault(one => ((string?)one["x-csharp-name"] ?? Letters((string)one["name"]!)) is var name && Letters(name) == Letters(parameter));
        return node?["x-sensitive"] is not null;
    }
}
