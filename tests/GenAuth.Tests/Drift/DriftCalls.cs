using System.Net;
using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Drift;

/// <summary>A call of each client with a given response, and the reported drift.</summary>
internal static class DriftCalls
{
    public const string AuthInfo = "Authentication_getAlipayAuthInfo";
    public const string Users = "Management_listUsers";

    /// <summary>A user with the required members only.</summary>
    public const string User =
        """{"userId":"u","createdAt":"2026-01-01T08:30:00.000Z","updatedAt":"2026-01-01T08:30:00.000Z","status":"Activated","workStatus":"Active","gender":"M","emailVerified":true,"phoneVerified":true,"userSourceType":"register"}""";

    public static SchemaDrift CreateDrift(SchemaDriftKind kind, string operation, string? type, string? member) => new(kind, operation) { Type = type, Member = member };

    public static string Page(params string[] users) => $$$"""{"statusCode":200,"message":"m","data":{"totalCount":1,"list":[{{{string.Join(',', users)}}}]}}""";

    public static async Task<IReadOnlyList<SchemaDrift>> GetAuthInfoAsync(string response, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var service = new StubHandler(response, status);
        var recorder = new DriftRecorder();
        await IgnoreFailureAsync(Clients.Create(service, options => options.SchemaDriftObserver = recorder).GetAlipayAuthInfoAsync("my-alipay"));
        return recorder.All;
    }

    public static async Task<IReadOnlyList<SchemaDrift>> ListUsersAsync(string response, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var service = new StubHandler(response, status);
        var recorder = new DriftRecorder();
        await IgnoreFailureAsync(ManagementClients.Create(service, options => options.SchemaDriftObserver = recorder).ListUsersAsync(new ListUsersRequestDto()));
        return recorder.All;
    }

    /// <summary>The outcome of the call is checked by other tests.</summary>
    private static async Task IgnoreFailureAsync(Task call)
    {
        await call.ContinueWith(static _ => { }, TaskScheduler.Default);
        Assert.True(call.Exception?.InnerException is null or GenAuthException, call.Exception?.ToString());
    }
}
