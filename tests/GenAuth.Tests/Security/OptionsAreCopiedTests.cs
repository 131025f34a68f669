using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

public sealed class OptionsAreCopiedTests
{
    [Fact]
    public async Task Change_of_the_options_does_not_affect_an_existing_client()
    {
        var options = Clients.Options(o => (o.AccessToken, o.Language, o.TenantId) = ("token", "ja-JP", "tenant"));
        using var handler = new StubHandler();
        var client = new AuthenticationClient(options, new HttpClient(handler));

        options.AppId = "other-app";
        options.AppSecret = "other-secret";
        options.AppHost = "https://other.genauth.ai";
        options.AccessToken = "other-token";
        options.Language = "zh-CN";
        options.TenantId = "other-tenant";
        options.Edition = Edition.Authing;
        options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic;
        options.Timeout = TimeSpan.Zero;
        options.MaxResponseBytes = 0;
        await client.SignInByAlipayAsync("my-alipay", "1");

        Assert.Equal("https://example.genauth.ai/api/v3/signin-by-mobile", handler.Only.Uri.AbsoluteUri);
        Assert.Equal("app", handler.Only.Header("x-genauth-app-id"));
        Assert.Equal("tenant", handler.Only.Header("x-genauth-app-tenant-id"));
        Assert.Equal("ja-JP", handler.Only.Header("x-genauth-lang"));
        Assert.Equal("Bearer token", handler.Only.Header("Authorization"));
        Assert.EndsWith("""
            "client_id":"app","client_secret":"hunter2"}
            """, handler.Only.Body, StringComparison.Ordinal);
    }
}
