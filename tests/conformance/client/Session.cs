using System.Reflection;
using Newtonsoft.Json.Linq;

namespace GenAuth.Conformance;

/// <summary>Calls every public method of every documented operation.</summary>
internal sealed class Session(ApiDocument document, Clients clients)
{
    /// <summary>The minimum number of rounds, one for each kind of value.</summary>
    private const int LeastRounds = 5;

    // Methods without a documented operation of their name: the operation that they call, and its arguments.
    private static readonly (Type Client, string Method, string Id, string Operation)[] ByHand =
    [
        (typeof(ManagementClient), nameof(ManagementClient.GetApprovalAsync), "Management_getDetail", "Authentication_getDetail"),
        (typeof(ManagementClient), nameof(ManagementClient.PublishUserEventAsync), "Management_pubUserEvent", "Authentication_pub"),
    ];

    private static readonly IReadOnlyList<IReadOnlyList<string>> ManagementSecurity = [["signature"], ["managementToken"]];

    private static readonly string[] NoOperations =
    [
        nameof(ManagementClient.SendAsync), nameof(ManagementClient.ExplainSignature), nameof(AuthenticationClient.WithAccessToken),
        nameof(AuthenticationClient.SignInByAlipayAsync), nameof(ToString),
    ];

    private readonly Caller _caller = new(document, clients);
    private readonly HashSet<MethodInfo> _unused = [.. MethodsOf(typeof(AuthenticationClient)), .. MethodsOf(typeof(ManagementClient))];

    public async Task<bool> RunAsync(string address)
    {
        foreach (var operation in document.Operations)
        {
            await CallAsync(operation, operation.Id, operation.Client, operation.Method, operation.Security);
        }

        foreach (var (client, method, id, operation) in ByHand)
        {
            await CallAsync(document[operation], id, client, method, ManagementSecurity);
        }

        await SignInByAlipayAsync();
        var failures = _caller.Failures
            .Concat(_unused.Select(method => new Failure($"{method.DeclaringType!.Name}.{method.Name}", "-", "not called", "the document has no operation for it")))
            .Concat(await ReadReportAsync(clients.Http, address))
            .ToList();
        foreach (var line in failures.GroupBy(failure => failure).Select(group => group.Key + (group.Count() > 1 ? $" ({group.Count()} times)" : string.Empty)))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine($"{document.Operations.Count} operations, {_caller.Calls} calls, {failures.Count} violations");
        return failures.Count == 0;
    }

    /// <summary>The violations that the stub found, including operations without a call.</summary>
    public static async Task<IReadOnlyList<Failure>> ReadReportAsync(HttpClient http, string address)
    {
        var report = JObject.Parse(await http.GetStringAsync(new Uri($"{address}/__report")));
        return
        [
            .. report["violations"]!.Select(violation => new Failure(
                (string)violation["operation"]!, (string)violation["variant"]!, (string)violation["kind"]!, (string)violation["text"]!)),
            .. report["operations"]!.Where(operation => (int)operation["calls"]! == 0)
                .Select(operation => new Failure((string)operation["operation"]!, "-", "not called", "no request for it arrived")),
        ];
    }

    private async Task CallAsync(Operation operation, string id, Type type, string name, IReadOnlyList<IReadOnlyList<string>> security)
    {
        var method = MethodOf(type, name);
        if (method is null)
        {
            _caller.Failures.Add(new(id, "-", "not called", $"{type.Name} has no {name}"));
            return;
        }

        _unused.Remove(method);
        foreach (var alternative in security)
        {
            await _caller.CallAsync(operation, id, method, clients.For(alternative), full: false, round: 0);
        }

        var rounds = Math.Max(LeastRounds, document.LargestEnum(operation));
        for (var round = 0; round < rounds; round++)
        {
            // Calls with a token alternate with signed ones.
            await _caller.CallAsync(operation, id, method, clients.For(round % 4 == 3 ? security[^1] : security[0]), full: true, round);
        }

        if (operation.IsPaged && MethodOf(type, name.Replace("Async", "AutoPagingAsync", StringComparison.Ordinal)) is { } paging)
        {
            _unused.Remove(paging);
            await _caller.CallAsync(operation, id, paging, clients.For(security[0]), full: false, round: 0);
            await _caller.CallAsync(operation, id, paging, clients.For(security[0]), full: true, round: 0);
        }
    }

    private async Task SignInByAlipayAsync()
    {
        var operation = document["Authentication_signInByMobile"];
        clients.Recorder.Operation = operation.Id;
        clients.Recorder.Variant = "by hand";
        foreach (var alternative in operation.Security)
        {
            try
            {
                await ((AuthenticationClient)clients.For(alternative)).SignInByAlipayAsync("connection", "code", new() { Scope = "openid" });
            }
            catch (GenAuthException exception)
            {
                _caller.Failures.Add(new(operation.Id, clients.Recorder.Variant, "exception", exception.Message));
            }
        }
    }

    public static MethodInfo? MethodOf(Type client, string name) => MethodsOf(client).SingleOrDefault(method => method.Name == name);

    private static IEnumerable<MethodInfo> MethodsOf(Type client) => client
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && !NoOperations.Contains(method.Name));
}
