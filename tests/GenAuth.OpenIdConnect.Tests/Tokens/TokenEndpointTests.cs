using System.Text;
using GenAuth.Models;
using GenAuth.OpenIdConnect.Tests.Support;

namespace GenAuth.OpenIdConnect.Tests.Tokens;

public sealed class TokenEndpointTests
{
    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, TestTokens.AppId, TestTokens.Secret, "")]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, null, null, "5f17a529f64fb009b794a2ff:0123456789abcdef0123456789abcdef")]
    [InlineData(TokenEndpointAuthMethod.None, TestTokens.AppId, null, "")]
    public async Task Credentials_are_sent_by_one_method_only(TokenEndpointAuthMethod method, string? id, string? secret, string basic)
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", """{"access_token":"a-1"}""");

        await service.CreateClient(options => options.TokenEndpointAuthMethod = method).RefreshAsync("r-1");

        var sent = service.Requests.Single();
        Assert.Equal((id, secret), (sent.Form.GetValueOrDefault("client_id"), sent.Form.GetValueOrDefault("client_secret")));
        Assert.Equal(basic.Length == 0 ? "" : "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(basic)), sent.Authorization);
    }

    [Fact]
    public async Task Basic_credentials_are_form_encoded()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", """{"access_token":"a-1"}""");

        await service.CreateClient(static options =>
        {
            options.AppId = "a:b";
            options.AppSecret = "100%-safe+secret/of/32-characters";
            options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic;
        }).RefreshAsync("r-1");

        Assert.Equal("a%3Ab:100%25-safe%2Bsecret%2Fof%2F32-characters", Encoding.ASCII.GetString(Convert.FromBase64String(service.Requests.Single().Authorization["Basic ".Length..])));
    }

    [Fact]
    public async Task Each_endpoint_has_its_own_method()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", """{"access_token":"a-1"}""").On("/oidc/token/introspection", """{"active":false}""").On("/oidc/token/revocation", "");
        var client = service.CreateClient(static options =>
        {
            options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.None;
            options.IntrospectionEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic;
            options.RevocationEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretPost;
        });

        await client.RefreshAsync("r-1");
        await client.IntrospectTokenAsync("a-1");
        await client.RevokeTokenAsync("a-1");

        Assert.Equal(
            [(false, false), (true, false), (false, true)],
            service.Requests.Select(static request => (request.Authorization.StartsWith("Basic ", StringComparison.Ordinal), request.Form.ContainsKey("client_secret"))));
    }

    [Fact]
    public async Task Rejected_scopes_of_a_machine_token_are_reported()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", """{"access_token":"a-1","expires_in":600,"token_type":"Bearer","scope":"book","rejected_scope":"message table"}""");
        var client = service.CreateClient(static options => options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic);

        var tokens = await client.GetClientCredentialsTokenAsync("book message table", new AccessKey("account-1", "account-secret"));

        var sent = service.Requests.Single();
        Assert.Equal(("book", "message table"), (tokens.Scope, tokens.RejectedScope));
        Assert.Equal(("client_credentials", "book message table", "account-1", "account-secret", ""), (sent.Form["grant_type"], sent.Form["scope"], sent.Form["client_id"], sent.Form["client_secret"], sent.Authorization));
    }

    [Theory]
    [InlineData("\"expires_in\":60", 60)]
    [InlineData("\"expire_in\":60", 60)]
    [InlineData("\"expires_in\":\"60\"", 60)]
    [InlineData("\"expires_in\":60,\"expire_in\":1", 60)]
    [InlineData("\"expires_in\":0", null)]
    [InlineData("\"expires_in\":-1", null)]
    [InlineData("\"expires_in\":1e300", null)]
    [InlineData("\"expires_in\":{}", null)]
    [InlineData("\"other\":1", null)]
    public async Task Lifetime_is_read_in_every_spelling(string member, int? seconds)
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", "{\"access_token\":\"a-1\"," + member + "}");

        var tokens = (await service.CreateClient(TokenSigningAlgorithm.HS256).RefreshAsync("r-1")).Tokens;

        Assert.Equal(seconds is { } value ? TestTokens.Now.AddSeconds(value) : (DateTimeOffset?)null, tokens.ExpiresAt);
    }

    [Theory]
    [InlineData("""{"token_type":"Bearer"}""")]
    [InlineData("""{"access_token":""}""")]
    [InlineData("""{"access_token":1}""")]
    [InlineData("""["access_token"]""")]
    [InlineData("<html>access_token</html>")]
    [InlineData("")]
    [InlineData("{\"access_token\":\"a")]
    public async Task Response_without_an_access_token_is_invalid(string body)
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", body);

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => service.CreateClient().RefreshAsync("r-1"));
    }

    [Theory]
    [InlineData(400, "invalid_grant", 400)]
    [InlineData(401, "invalid_client", 401)]
    [InlineData(503, "temporarily_unavailable", 503)]
    [InlineData(200, "invalid_grant", 400)]
    public async Task OAuth_error_is_an_exception_whatever_the_status_is(int status, string error, int expected)
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", _ => new(
            $$"""{"error":"{{error}}","error_description":"grant request is invalid","error_uri":"https://example.com/e"}""", status, Headers: new() { ["x-request-id"] = "q-1" }));

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => service.CreateClient().RefreshAsync("r-1"));

        Assert.Equal((error, "grant request is invalid", "https://example.com/e"), (failure.Error, failure.ErrorDescription, failure.ErrorUri));
        Assert.Equal((expected, status, "q-1"), (failure.StatusCode, (int)failure.HttpStatusCode, failure.RequestId));
        Assert.Equal("q-1", failure.Response!.RequestId);
        Assert.IsAssignableFrom<GenAuthApiException>(failure);
    }

    [Fact]
    public async Task Error_that_quotes_the_request_shows_no_secret()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", request => new(
            $$"""{"error":"invalid_grant","error_description":"no token {{request.Form["refresh_token"]}} for {{request.Form["client_secret"]}}"}""", 400));

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => service.CreateClient().RefreshAsync("canary-refresh-token"));

        Assert.Equal("no token *** for ***", failure.ErrorDescription);
        Assert.DoesNotContain("canary", failure.ToString());
        Assert.DoesNotContain(TestTokens.Secret, failure.ToString());
    }

    [Fact]
    public async Task Envelope_error_of_the_api_keeps_its_class()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", """{"statusCode":499,"apiCode":2011,"message":"application not found"}""");

        var failure = await Assert.ThrowsAsync<GenAuthApiException>(() => service.CreateClient().RefreshAsync("r-1"));

        Assert.Equal(2011, failure.ApiCode?.Value);
    }

    [Fact]
    public async Task Missing_secret_names_the_setting_before_anything_is_sent()
    {
        await using var service = await StubService.StartAsync();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => service.CreateClient(static options =>
        {
            options.AppSecret = null;
            options.SigningAlgorithm = TokenSigningAlgorithm.RS256;
            options.Protocol = SignInProtocol.OAuth2;
        }).RefreshAsync("r-1"));

        Assert.Contains("AppSecret", failure.Message);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void Tokens_of_a_sign_in_operation_have_the_same_type()
    {
        var tokens = TokenResponse.From(new LoginTokenResponseDataDto { AccessToken = "a-1", IdToken = "i-1", RefreshToken = "r-1", Scope = "openid", ExpireIn = 60 }, TestTokens.Now);

        Assert.Equal(("a-1", "i-1", "r-1", "openid", TestTokens.Now.AddMinutes(1)), (tokens.AccessToken, tokens.IdToken, tokens.RefreshToken, tokens.Scope, tokens.ExpiresAt));
        Assert.DoesNotContain("a-1", tokens.ToString());
    }
}
