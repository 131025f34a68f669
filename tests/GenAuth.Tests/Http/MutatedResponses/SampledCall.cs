using System.Text;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Http.MutatedResponses;

/// <summary>An operation with a valid response.</summary>
/// <param name="Name">The name in the statistics.</param>
/// <param name="Valid">The response's body.</param>
/// <param name="StatesItsOutcome">Whether a response must have a <c>statusCode</c>.</param>
/// <param name="SendAsync">Makes the call.</param>
internal sealed record SampledCall(string Name, string Valid, bool StatesItsOutcome, Func<HttpMessageHandler, Task> SendAsync)
{
    /// <summary>Part of every value that an exception must not show.</summary>
    public const string Secret = "hunter2";

    public static SampledCall[] All { get; } =
    [
        new("Alipay", """{"statusCode":200,"message":"Success","apiCode":0,"requestId":"r-1","data":{"authInfo":"app_id=hunter2&sign=hunter2"}}""", true,
            handler => Authentication(handler).GetAlipayAuthInfoAsync("my-alipay")),
        new("users", """{"statusCode":200,"message":"Success","requestId":"r-2","data":{"totalCount":2,"list":[{"userId":"hunter2","status":"Activated","email":"hunter2@example.com","emailVerified":true,"loginsCount":7,"createdAt":"2026-01-01T08:30:00.000Z","customData":{"a":[1,2.5,null,"hunter2"]},"departmentIds":["hunter2",null],"identities":[{"provider":"p","extIdpId":"hunter2"}]},{"userId":"支付宝-hunter2","gender":"M"}]}}""", true,
            handler => ManagementClients.Create(handler).ListUsersAsync(new ListUsersRequestDto())),
        new("token", """{"statusCode":200,"message":"Success","data":{"scope":"openid","token_type":"Bearer","access_token":"hunter2","id_token":"hunter2.e30.x","refresh_token":"hunter2","expire_in":7200}}""", true,
            handler => Authentication(handler).SignInByAlipayAsync("my-alipay", "code")),
        new("untyped", """{"statusCode":200,"message":"Success","data":[{"name":"hunter2","nested":{"deep":[1,{"x":"hunter2"}]}}]}""", false,
            handler => Authentication(handler).SendAsync<JToken>(HttpMethod.Get, "/api/v3/anything")),
        new("object", """{"statusCode":200,"message":"Success","data":{"name":"hunter2"}}""", false,
            handler => Authentication(handler).SendAsync<JObject>(HttpMethod.Get, "/api/v3/anything")),
    ];

    public WireResponse Response => new(Encoding.UTF8.GetBytes(Valid));

    public override string ToString() => Name;

    private static AuthenticationClient Authentication(HttpMessageHandler handler) => new(Clients.Options(), () => new HttpMessageInvoker(handler));
}
