using GenAuth.Diagnostics;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Authentication;

public sealed class RequestHeadersTests
{
    [Fact]
    public async Task Request_has_headers_for_application_and_SDK()
    {
        var sent = await SendAsync();

        Assert.Equal("app", sent.Header("x-genauth-app-id"));
        Assert.Equal(Product.SdkVersion, sent.Header("x-genauth-sdk-version"));
        Assert.Equal(Product.UserAgent, sent.Header("User-Agent"));
        Assert.Equal("application/json", sent.Header("Accept"));
    }

    [Fact]
    public async Task Unset_options_send_no_header()
    {
        var sent = await SendAsync();

        Assert.Null(sent.Header("x-genauth-lang"));
        Assert.Null(sent.Header("x-genauth-app-tenant-id"));
        Assert.Null(sent.Header("Authorization"));
    }

    [Fact]
    public async Task Authing_edition_has_its_own_header_prefix()
    {
        var sent = await SendAsync(options => (options.Edition, options.Language, options.TenantId) = (Edition.Authing, "zh-CN", "tenant"));

        Assert.Equal("app", sent.Header("x-authing-app-id"));
        Assert.Equal(Product.SdkVersion, sent.Header("x-authing-sdk-version"));
        Assert.Equal("zh-CN", sent.Header("x-authing-lang"));
        Assert.Equal("tenant", sent.Header("x-authing-app-tenant-id"));
        Assert.DoesNotContain(sent.Headers.Keys, name => name.StartsWith("x-genauth-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Language_of_the_call_takes_precedence() =>
        Assert.Equal("ja-JP", (await SendAsync(options => options.Language = "zh-CN", new RequestOptions { Language = "ja-JP" })).Header("x-genauth-lang"));

    [Fact]
    public async Task An_empty_language_sends_no_header()
    {
        Assert.Null((await SendAsync(options => options.Language = "")).Header("x-genauth-lang"));
        Assert.Null((await SendAsync(null, new RequestOptions { Language = "" })).Header("x-genauth-lang"));
    }

    [Fact]
    public async Task A_header_of_the_call_replaces_the_sdks_own_whatever_its_case()
    {
        var options = new RequestOptions { AccessToken = "token" };
        options.Headers["X-GENAUTH-APP-ID"] = "other";
        options.Headers["authorization"] = "Custom 1";
        options.Headers["x-real-ip"] = "203.0.113.7";

        var sent = await SendAsync(null, options);

        Assert.Equal("other", sent.Header("x-genauth-app-id"));
        Assert.Equal("Custom 1", sent.Header("Authorization"));
        Assert.Equal("203.0.113.7", sent.Header("x-real-ip"));
    }

    [Fact]
    public async Task Base_address_of_the_http_client_is_not_used()
    {
        using var handler = new StubHandler();
        var client = new AuthenticationClient(Clients.Options(), new HttpClient(handler) { BaseAddress = new Uri("https://other.example/base/") });

        await client.GetAlipayAuthInfoAsync("my alipay");

        Assert.Equal("https://example.genauth.ai/api/v3/get-alipay-authinfo?extIdpConnidentifier=my%20alipay", handler.Only.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Headers_of_the_http_client_are_sent_unless_the_SDK_sets_them()
    {
        using var handler = new StubHandler();
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Add("x-genauth-userpool-id", "pool");
        http.DefaultRequestHeaders.Add("X-GenAuth-App-Id", "other");
        http.DefaultRequestHeaders.Add("Accept", "text/html");

        await new AuthenticationClient(Clients.Options(), http).GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal("pool", handler.Only.Header("x-genauth-userpool-id"));
        Assert.Equal("app", handler.Only.Header("x-genauth-app-id"));
        Assert.Equal("application/json", handler.Only.Header("Accept"));
    }

    private static async Task<SentRequest> SendAsync(Action<AuthenticationClientOptions>? change = null, RequestOptions? requestOptions = null)
    {
        using var handler = new StubHandler();
        await Clients.Create(handler, change).GetAlipayAuthInfoAsync("my-alipay", requestOptions);
        return handler.Only;
    }
}
