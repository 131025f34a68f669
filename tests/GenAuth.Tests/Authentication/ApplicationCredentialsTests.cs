using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Authentication;

public sealed class ApplicationCredentialsTests
{
    private const string PayloadOnly = """{"extIdpConnidentifier":"my-alipay","connection":"alipay","alipayPayload":{"code":"1"}}""";

    [Fact]
    public async Task With_client_secret_post_the_credentials_travel_in_the_body()
    {
        var sent = await SignInAsync(TokenEndpointAuthMethod.ClientSecretPost);

        Assert.Equal(PayloadOnly[..^1] + ""","client_id":"APP","client_secret":"SEC"}""", sent.Body);
        Assert.Null(sent.Header("Authorization"));
    }

    [Fact]
    public async Task With_client_secret_basic_they_travel_in_the_header()
    {
        var sent = await SignInAsync(TokenEndpointAuthMethod.ClientSecretBasic);

        Assert.Equal(PayloadOnly, sent.Body);
        Assert.Equal("Basic QVBQOlNFQw==", sent.Header("Authorization"));
    }

    [Fact]
    public async Task A_public_application_sends_none_and_needs_no_secret()
    {
        var sent = await SignInAsync(TokenEndpointAuthMethod.None, options => options.AppSecret = null);

        Assert.Equal(PayloadOnly, sent.Body);
        Assert.Null(sent.Header("Authorization"));
    }

    [Fact]
    public async Task The_applications_own_proof_comes_before_a_users_token() => Assert.Equal(
        "Basic QVBQOlNFQw==",
        (await SignInAsync(TokenEndpointAuthMethod.ClientSecretBasic, options => options.AccessToken = "token")).Header("Authorization"));

    [Fact]
    public async Task An_operation_that_does_not_ask_for_them_gets_no_credentials()
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

        var answer = await Client(handler, TokenEndpointAuthMethod.None)
            .SignInByAlipayAsync("my-alipay", "1", new SignInByMobileOptionsDto { Scope = "openid offline_access", TenantId = "tenant" });

        Assert.Equal(PayloadOnly[..^1] + ""","options":{"scope":"openid offline_access","tenantId":"tenant"}}""", handler.Only.Body);
        Assert.Equal("t", answer.Data.AccessToken);
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
