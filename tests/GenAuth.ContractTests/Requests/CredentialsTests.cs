using System.Text;
using GenAuth.ContractTests.Server;
using GenAuth.Models;

namespace GenAuth.ContractTests.Requests;

public sealed class CredentialsTests : ContractTest
{
    private static readonly string Basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(TestClient.AppId + ":" + TestClient.AppSecret));

    [Fact]
    [Stub("sign-in/alipay#credentials in the body")]
    public async Task Client_secret_post_sends_credentials_in_the_body_only()
    {
        var service = Serve();
        await SignIn(service, TokenEndpointAuthMethod.ClientSecretPost);
        Assert.Null(service.Request.HeaderSent("Authorization"));
    }

    [Theory]
    [Stub("sign-in/alipay#no credentials in the body")]
    [InlineData(null)]
    [InlineData("eyJ.client")]
    public async Task Client_secret_basic_sends_credentials_in_the_header_despite_an_access_token(string? accessToken)
    {
        var service = Serve();
        await SignIn(service, TokenEndpointAuthMethod.ClientSecretBasic, accessToken);
        Assert.Equal(Basic, service.Request.HeaderSent("Authorization"));
    }

    [Fact]
    [Stub("sign-in/alipay#no credentials in the body")]
    public async Task None_sends_no_credentials()
    {
        var service = Serve();
        await SignIn(service, TokenEndpointAuthMethod.None);
        Assert.Null(service.Request.HeaderSent("Authorization"));
    }

    [Theory]
    [Stub("sign-in/tokens")]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.None)]
    public async Task Access_token_is_sent_when_the_credentials_are_not_in_the_header(TokenEndpointAuthMethod method)
    {
        var service = Serve();
        await SignIn(service, method, "eyJ.client");
        Assert.Equal("Bearer eyJ.client", service.Request.HeaderSent("Authorization"));
    }

    [Fact]
    [Stub("sign-in/tokens")]
    public async Task General_sign_in_sends_credentials_in_the_header()
    {
        var service = Serve();
        var client = service.Client(options => options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic);
        await client.SignInByMobileAsync(new() { ExtIdpConnIdentifier = "wechat-app", Connection = SignInByMobileConnection.Wechat });
        Assert.Equal(Basic, service.Request.HeaderSent("Authorization"));
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Operation_without_client_credentials_sends_none()
    {
        var service = Serve();
        var client = service.Client(options => options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic);
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);
        Assert.Null(service.Request.HeaderSent("Authorization"));
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    public async Task Without_a_secret_a_sign_in_that_needs_it_is_refused_before_anything_is_sent(TokenEndpointAuthMethod method)
    {
        var service = Serve();
        var client = service.Client(options => (options.AppSecret, options.TokenEndpointAuthMethod) = (null, method));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code));
        Assert.Empty(service.Requests);
    }

    private static Task<LoginTokenRespDto> SignIn(StubServer service, TokenEndpointAuthMethod method, string? accessToken = null) => service
        .Client(options => (options.TokenEndpointAuthMethod, options.AccessToken) = (method, accessToken))
        .SignInByAlipayAsync(TestClient.Connection, TestClient.Code);
}
