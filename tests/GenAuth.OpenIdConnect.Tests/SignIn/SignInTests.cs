using System.Text.Json.Nodes;
using GenAuth.OpenIdConnect.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.OpenIdConnect.Tests.SignIn;

/// <summary>The sign-in against a service with its default settings and its quirks.</summary>
public sealed class SignInTests
{
    private const string Redirect = "https://app.example.com/callback";

    [Fact]
    public async Task Sign_in_with_hs256_needs_one_request()
    {
        await using var service = await StubService.StartAsync();
        var (client, request, callback) = Start(service);
        service.On("/oidc/token", _ => new(Tokens(service, request)));

        var signIn = await client.CompleteSignInAsync(request, callback);

        var sent = Assert.Single(service.Requests);
        Assert.Equal(("POST", "/oidc/token", ""), (sent.Method, sent.Path, sent.Authorization));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = "c-1",
                ["redirect_uri"] = Redirect,
                ["code_verifier"] = request.CodeVerifier,
                ["client_id"] = TestTokens.AppId,
                ["client_secret"] = TestTokens.Secret,
            },
            sent.Form);
        Assert.Equal(TestTokens.Subject, signIn.IdToken!.Subject);
        Assert.Equal(("a-1", "r-1", "openid profile"), (signIn.Tokens.AccessToken, signIn.Tokens.RefreshToken, signIn.Tokens.Scope));
        Assert.Equal(TestTokens.Now.AddSeconds(1209600), signIn.Tokens.ExpiresAt);
    }

    [Fact]
    public async Task Id_token_of_another_sign_in_is_refused()
    {
        await using var service = await StubService.StartAsync();
        var (client, request, callback) = Start(service);
        service.On("/oidc/token", _ => new(Tokens(service, request, static claims => claims["nonce"] = "another")));

        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(TokenProblem.WrongNonce, failure.Problem);
    }

    [Fact]
    public async Task Response_without_id_token_is_refused()
    {
        await using var service = await StubService.StartAsync();
        var (client, request, callback) = Start(service);
        service.On("/oidc/token", """{"access_token":"a-1","token_type":"Bearer"}""");

        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(TokenProblem.Missing, failure.Problem);
    }

    [Theory]
    [InlineData(-3600, true)]
    [InlineData(-100, false)]
    [InlineData(null, true)]
    public async Task Sign_in_that_is_older_than_max_age_is_refused(int? seconds, bool isRefused)
    {
        await using var service = await StubService.StartAsync();
        var (client, request, callback) = Start(service, new() { RedirectUri = Redirect, MaxAge = TimeSpan.FromMinutes(10) });
        service.On("/oidc/token", _ => new(Tokens(service, request, claims =>
            claims["auth_time"] = seconds is { } age ? TestTokens.Now.AddSeconds(age).ToUnixTimeSeconds() : (long?)null)));

        var failure = await Record.ExceptionAsync(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(isRefused ? TokenProblem.SignInTooOld : (TokenProblem?)null, (failure as GenAuthTokenException)?.Problem);
    }

    [Fact]
    public async Task Code_is_not_used_when_the_keys_cannot_be_loaded()
    {
        await using var service = await StubService.StartAsync();
        var (client, request, callback) = Start(service, configure: static options =>
        {
            options.SigningAlgorithm = TokenSigningAlgorithm.RS256;
            options.Retry.MaxRetries = 0;
        });
        service.On(Providers.DiscoveryPath, "down", 503);

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(0, service.CountOf("/oidc/token"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(307)]
    public async Task Code_exchange_is_never_repeated(int status)
    {
        await using var service = await StubService.StartAsync();
        var (client, request, callback) = Start(service);
        service.On("/oidc/token", _ => new("""{"error":"temporarily_unavailable"}""", status, Headers: new() { ["Location"] = "/oidc/token", ["Retry-After"] = "0" }));

        await Assert.ThrowsAnyAsync<GenAuthException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(1, service.CountOf("/oidc/token"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(308)]
    public async Task Refresh_is_never_repeated(int status)
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", _ => new("""{"error":"temporarily_unavailable"}""", status, Headers: new() { ["Location"] = "/oidc/token", ["Retry-After"] = "0" }));

        await Assert.ThrowsAnyAsync<GenAuthException>(() => service.CreateClient().RefreshAsync("r-1"));

        Assert.Equal(1, service.CountOf("/oidc/token"));
    }

    [Theory]
    [InlineData("""{"access_token":"a-2"}""", "r-1")]
    [InlineData("""{"access_token":"a-2","refresh_token":null}""", "r-1")]
    [InlineData("""{"access_token":"a-2","refresh_token":""}""", "r-1")]
    [InlineData("""{"access_token":"a-2","refresh_token":"r-2"}""", "r-2")]
    public async Task Refresh_keeps_the_old_refresh_token_if_there_is_no_new_one(string response, string expected)
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", response);

        var refreshed = await service.CreateClient().RefreshAsync("r-1");

        Assert.Equal(("a-2", expected), (refreshed.Tokens.AccessToken, refreshed.Tokens.RefreshToken));
        Assert.Null(refreshed.IdToken);
        Assert.Equal("refresh_token", service.Requests.Single().Form["grant_type"]);
    }

    [Fact]
    public async Task OAuth_sign_in_uses_its_own_endpoints_and_no_id_token()
    {
        await using var service = await StubService.StartAsync();
        var (client, request, callback) = Start(service, configure: static options => options.Protocol = SignInProtocol.OAuth2);
        service.On("/oauth/token", """{"access_token":"0123456789abcdef0123456789abcdef01234567","expires_in":1209599,"token_type":"Bearer"}""")
            .On("/oauth/me", """{"sub":"u1"}""")
            .On("/oauth/token/introspection", """{"active":true,"iss":"https://core.genauth.ai/oauth"}""")
            .On("/oauth/token/revocation", "");

        var tokens = (await client.CompleteSignInAsync(request, callback)).Tokens;
        var user = await client.GetUserInfoAsync(tokens.AccessToken, null);
        var introspection = await client.IntrospectTokenAsync(tokens.AccessToken);
        await client.RevokeTokenAsync(tokens.AccessToken);

        Assert.Equal("u1", user.Subject);
        Assert.True(introspection.IsActive);
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    public async Task Sign_in_of_another_protocol_is_an_argument_error()
    {
        await using var service = await StubService.StartAsync();
        var (_, request, callback) = Start(service, configure: static options => options.Protocol = SignInProtocol.OAuth2);

        await Assert.ThrowsAsync<ArgumentException>(() => service.CreateClient().CompleteSignInAsync(request, callback));

        Assert.Empty(service.Requests);
    }

    private static (OpenIdConnectClient Client, AuthorizationRequest Request, AuthorizationCallback Callback) Start(
        StubService service, AuthorizationRequestOptions? options = null, Action<OpenIdConnectClientOptions>? configure = null)
    {
        var client = service.CreateClient(settings =>
        {
            settings.TimeProvider = new FakeTimeProvider(TestTokens.Now);
            configure?.Invoke(settings);
        });
        var request = client.CreateAuthorizationRequest(options ?? new() { RedirectUri = Redirect });
        return (client, request, AuthorizationCallback.FromParameters([new("code", "c-1"), new("state", request.State)]));
    }

    private static string Tokens(StubService service, AuthorizationRequest request, Action<JsonObject>? change = null)
    {
        var claims = TestTokens.IdClaims(service.Host + "/oidc");
        claims["nonce"] = request.Nonce;
        change?.Invoke(claims);
        return new JsonObject
        {
            ["access_token"] = "a-1",
            ["id_token"] = TestTokens.Hmac(claims),
            ["refresh_token"] = "r-1",
            ["token_type"] = "Bearer",
            ["expires_in"] = 1209600,
            ["scope"] = "openid profile",
        }.ToJsonString();
    }
}
