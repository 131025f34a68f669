using System.Text;
using GenAuth.Soak.Plan;
using Microsoft.AspNetCore.Http;

namespace GenAuth.Soak.Stub;

/// <summary>The responses of a service without faults; each carries the call's own text.</summary>
internal static class StubResponses
{
    /// <summary>The query parameter of a redirected request.</summary>
    public const string Home = "home";

    private const int UsersOnAPage = 5;

    public static Task SendAsync(HttpContext context, Operation operation, int number) => SendAsync(context, GetBody(operation, number));

    public static async Task SendAsync(HttpContext context, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    public static string GetBody(Operation operation, int number)
    {
        var text = CallPlan.TextOf(number);
        var data = operation.Name switch
        {
            nameof(AuthenticationClient.GetAlipayAuthInfoAsync) => $$"""{"authInfo":"apiname=com.alipay.account.auth&target_id={{text}}"}""",
            nameof(AuthenticationClient.SignInByAlipayAsync) => $$"""{"access_token":"{{text}}","token_type":"Bearer","expire_in":7200}""",
            nameof(ManagementClient.ListUsersAsync) =>
                $$"""{"totalCount":{{number}},"list":[{{string.Join(',', Enumerable.Repeat(User(text), UsersOnAPage))}}] }""",
            nameof(ManagementClient.UpdateGroupAsync) => $$"""{"code":"{{text}}","name":"Everybody","description":"All of them","type":"STATIC"}""",
            _ => User(text),
        };
        return Envelope(text, 200, data);
    }

    public static string Envelope(string text, int statusCode, string data) =>
        $$$"""{"statusCode":{{{statusCode}}},"message":"About {{{text}}}","requestId":"{{{text}}}","data":{{{data}}}}""";

    private static string User(string text) =>
        $$"""
        {"userId":"{{text}}","createdAt":"2026-01-01T08:30:00.000Z","updatedAt":"2026-01-01T08:30:00.000Z","status":"Activated","workStatus":"Active",
        "email":"{{text}}@example.com","phone":"17700000000","name":"佐藤","gender":"F","emailVerified":true,"phoneVerified":false,"loginsCount":{{text.Length}},
        "departmentIds":["6520f2d9a3c1b4e5f6a7b8d0"],"customData":{"school":"Peking University","tags":["a","b"] } }
        """;
}
