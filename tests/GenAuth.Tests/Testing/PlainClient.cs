using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

/// <summary>Calls a tenant without the SDK, so that a mistake of both is noticed.</summary>
internal sealed class PlainClient(GenAuthTenant tenant)
{
    public const string AuthInfoPath = "/api/v3/get-alipay-authinfo";
    public const string SignInPath = "/api/v3/signin-by-mobile";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    public string AppIdHeader { get; init; } = "x-genauth-app-id";

    public string? AppId { get; init; } = tenant.AppId;

    public AuthenticationHeaderValue? Authorization { get; init; }

    public Task<JsonObject> GetAuthInfoAsync() => SendAsync(HttpMethod.Get, $"{AuthInfoPath}?extIdpConnidentifier={Uri.EscapeDataString(tenant.AlipayConnection)}");

    /// <summary>The body of a sign-in that succeeds, with the credentials left out.</summary>
    public JsonObject SignInBody() => new()
    {
        ["extIdpConnidentifier"] = tenant.AlipayConnection,
        ["connection"] = "alipay",
        ["alipayPayload"] = new JsonObject { ["code"] = tenant.IssueAlipayCode() },
    };

    /// <summary>The body of a sign-in that succeeds with <c>client_secret_post</c>.</summary>
    public JsonObject SignInBodyWithCredentials()
    {
        var body = SignInBody();
        body["client_id"] = tenant.AppId;
        body["client_secret"] = tenant.AppSecret;
        return body;
    }

    public Task<JsonObject> SignInAsync(JsonObject body) => SignInAsync(body.ToJsonString());

    public Task<JsonObject> SignInWithoutSuccessAsync(JsonObject body, HttpStatusCode expected) =>
        SendAsync(HttpMethod.Post, SignInPath, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), expected);

    public Task<JsonObject> SignInAsync(string body, string mediaType = "application/json") =>
        SendAsync(HttpMethod.Post, SignInPath, new StringContent(body, Encoding.UTF8, mediaType));

    /// <summary>Sends a request and checks what every response of the service has in common.</summary>
    public async Task<JsonObject> SendAsync(
        HttpMethod method, string pathAndQuery, HttpContent? content = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, tenant.AppHost + pathAndQuery) { Content = content };
        request.Headers.Authorization = Authorization;
        if (AppId is not null)
        {
            request.Headers.Add(AppIdHeader, AppId);
        }

        using var response = await Http.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var envelope = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        Assert.Subset(new HashSet<string> { "statusCode", "message", "apiCode", "requestId", "data" }, envelope.Select(member => member.Key).ToHashSet());
        Assert.NotEqual(Guid.Empty, Guid.Parse((string)envelope["requestId"]!));
        Assert.False(string.IsNullOrWhiteSpace((string)envelope["message"]!));
        return envelope;
    }
}

internal static class EnvelopeExtensions
{
    public static int StatusCode(this JsonObject envelope) => (int)envelope["statusCode"]!;

    public static int? ApiCode(this JsonObject envelope) => (int?)envelope["apiCode"];

    public static string Message(this JsonObject envelope) => (string)envelope["message"]!;

    public static JsonObject Data(this JsonObject envelope) => envelope["data"]!.AsObject();
}
