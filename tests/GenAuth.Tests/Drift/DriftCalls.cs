using System.Net;
using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Drift;

/// <summary>One call of each client, answered as a test wants it; what its observer was told.</summary>
internal static class DriftCalls
{
    public const string AuthInfo = "Authentication_getAlipayAuthInfo";
    public const string Users = "Management_listUsers";

    /// <summary>A user as the document has one, without what it does not require.</summary>
    public const string User =
        """{"userId":"u","createdAt":"2026-01-01T08:30:00.000Z","updatedAt":"2026-01-01T08:30:00.000Z","status":"Activated","workStatus":"Active","gender":"M","emailVerified":true,"phoneVerified":true,"userSourceType":"register"}""";

    public static SchemaDrift Of(SchemaDriftKind kind, string operation, string? type, string? member) => new(kind, operation) { Type = type, Member = member };

    public static string Page(params string[] users) => $$$"""{"statusCode":200,"message":"m","data":{"totalCount":1,"list":[{{{string.Join(',', users)}}}]}}""";

    public static async Task<IReadOnlyList<SchemaDrift>> GetAuthInfoAsync(string answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var service = new StubHandler(answer, status);
        var recorder = new DriftRecorder();
        await IgnoreFailureAsync(Clients.Create(service, options => options.SchemaDriftObserver = recorder).GetAlipayAuthInfoAsync("my-alipay"));
        return recorder.All;
    }

    public static async Task<IReadOnlyList<SchemaDrift>> ListUsersAsync(string answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var service = new StubHandler(answer, status);
        var recorder = new DriftRecorder();
        await IgnoreFailureAsync(ManagementClients.Create(service, options => options.SchemaDriftObserver = recorder).ListUsersAsync(new ListUsersRequestDto()));
        return recorder.All;
    }

    /// <summary>Whether a call succeeds is other tests' matter.</summary>
    private static async Task IgnoreFailureAsync(Task call)
    {
        await call.ContinueWith(static _ => { }, TaskScheduler.Default);
        Assert.True(call.Exception?.InnerException is null or GenAuthException, call.Exception?.ToString());
    }
}
