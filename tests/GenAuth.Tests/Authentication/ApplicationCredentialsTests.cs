using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Authentication;

public sealed class ApplicationCredentialsTests
{
    private const string PayloadOnly = """{"extIdpConnidentifier":"my-alipay","connection":"alipay","alipayPayload":{"code":"1"}}""";

    [Fact]
    public async Task Client_secret_post_sends_the_credentials_in_the_body()
    {
        var sent = await SignInAsync(TokenEndpointAuthMethod.ClientSecretPost);

        Assert.Equal(PayloadOnly[..^1] + ""","client_id":"APP","client_secret":"SEC"}""", sent.Body);
        Assert.Null(sent.Header("Authorization"));
    }

    [Fact]
    public async Task Client_secret_basic_sends_the_credentials_in_the_header()
    {
        var sent = await SignInAsync(TokenEndpointAuthMethod.ClientSecretBasic);

        Assert.Equal(PayloadOnly, sent.Body);
        Assert.Equal("Basic QVBQOlNFQw==", sent.Header("Authorization"));
    }

    [Fact]
    public async Task Public_application_sends_no_credentials_and_needs_no_secret()
    {
        var sent = await SignInAsync(TokenEndpointAuthMethod.None, options => options.AppSecret = null);

        Assert.Equal(PayloadOnly, sent.Body);
        Assert.Null(sent.Header("Authorization"));
    }

    [Fact]
    public async Task Credentials_of_the_application_take_precedence_over_a_users_token() => Assert.Equal(
        "Basic QVBQOlNFQw==",
        (await SignInAsync(TokenEndpointAuthMethod.ClientSecretBasic, options => options.AccessToken = "token")).Header("Authorization"));

    [Fact]
    public async Task Operation_without_client_credentials_sends_none()
    {
        using var handler = new StubHandler();

        await Client(handler, TokenEndpointAuthMethod.ClientSecretBasic).GetAlipayAuthInfoAsync("my-alipay");

        Assert.Null(handler.Only.Header("Authorization"));
        Assert.Null(handler.Only.Body);
    }

    [Fact]
    public async Task The_general_sign_in_sends_what_the_caller_filled_in()
    {
        using var handler = new StubHandler();

        await Client(handler, TokenEndpointAuthMethod.ClientSecretPost).SignInByMobileAsync(new SignInByMobileDto { Connection = "brand_new" });

        Assert.Equal("""{"connection":"brand_new"}""", handler.Only.Body);
    }

    [Fact]
    public async Task A_sign_in_passes_its_options_on()
    {
        using var handler = new StubHandler();

        var response = await Client(handler, TokenEndpointAuthMethod.None)
            .SignInByAlipayAsync("my-alipay", "1", new SignInByMobileOptionsDto { Scope = "openid offline_access", TenantId = "tenant" });

        Assert.Equal(PayloadOnly[..^1] + ""","options":{"scope":"openid offline_access","tenantId":"tenant"}}""", handler.Only.Body);
        Assert.Equal("t", response.Data.AccessToken);
    }

    private static async Task<SentRequest> SignInAsync(TokenEndpointAuthMethod method, Action<AuthenticationClientOptions>? change = null)
    {
        using var handler = new StubHandler();
        await Client(handler, method, change).SignInByAlipayAsync("my-alipay", "1");
        return handler.Only;
    }

    private static AuthenticationClient Client(StubHandler handler, TokenEndpointAuthMethod method, Action<AuthenticationClientOptions>? change = null) =>
        Clients.Create(handler, options =>
        {
            (options.AppId, options.AppSecret, options.TokenEndpointAuthMethod) = ("APP", "SEC", method);
            change?.Invoke(options);
        });
}
