using System.Net;
using System.Text;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.OpenIdConnect.Tests.Tenant;

public sealed class TokenEndpointTests
{
    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    [InlineData(TokenEndpointAuthMethod.None)]
    public async Task Application_authenticates_itself_by_its_method_only(TokenEndpointAuthMethod method)
    {
        await using var tenant = await Tenants.StartAsync(options => options.TokenEndpointAuthMethod = method);

        foreach (var other in Enum.GetValues<TokenEndpointAuthMethod>())
        {
            var response = await new RawClient(tenant) { Method = other }.GetTokensAsync();

            Assert.Equal(other == method ? (HttpStatusCode.OK, null) : (HttpStatusCode.Unauthorized, "invalid_client"), (response.Status, response.Error));
        }
    }

    [Theory]
    [InlineData("a+b%2F:c&d", true)]
    [InlineData("a+b%2F:c&d", false)]
    public async Task Basic_credentials_may_be_form_encoded_or_not(string secret, bool encode)
    {
        await using var tenant = await Tenants.StartAsync(options => (options.TokenEndpointAuthMethod, options.AppSecret) = (TokenEndpointAuthMethod.ClientSecretBasic, secret));
        var credentials = $"{tenant.AppId}:{(encode ? WebUtility.UrlEncode(secret) : secret)}";
        var request = new HttpRequestMessage(HttpMethod.Post, tenant.AppHost + "/oidc/token/introspection") { Content = new FormUrlEncodedContent([new("token", "any")]) };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));

        Assert.Equal(HttpStatusCode.OK, (await RawClient.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Wrong_secret_is_refused_without_showing_the_right_one()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);

        var response = await client.ExchangeAsync(await client.GetCodeAsync(), ("client_secret", "wrong"));

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (response.Status, response.Error));
        Assert.DoesNotContain(tenant.AppSecret, response.Text, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Code_is_exchanged_once_however_many_ask_at_the_same_time()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var code = await client.GetCodeAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => client.ExchangeAsync(code)));

        Assert.Single(responses, response => response.Status == HttpStatusCode.OK);
        Assert.All(responses.Where(response => response.Status != HttpStatusCode.OK), response => Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (response.Status, response.Error)));
    }

    [Fact]
    public async Task Second_use_of_a_code_revokes_the_tokens_of_the_first()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var code = await client.GetCodeAsync();
        var tokens = await client.ExchangeAsync(code);

        Assert.Equal("invalid_grant", (await client.ExchangeAsync(code)).Error);

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_token"), Outcome(await client.UserInfoAsync(tokens["access_token"])));
    }

    [Theory]
    [InlineData("redirect_uri", null)]
    [InlineData("redirect_uri", "https://app.example.com/other")]
    [InlineData("code_verifier", null)]
    [InlineData("code_verifier", "another-verifier-that-is-long-enough-for-the-rules")]
    public async Task Code_is_bound_to_its_request_and_survives_a_wrong_exchange(string parameter, string? value)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var code = await client.GetCodeAsync();

        Assert.Equal("invalid_grant", (await client.ExchangeAsync(code, (parameter, value))).Error);
        Assert.Null((await client.ExchangeAsync(code)).Error);
    }

    [Theory]
    [InlineData("/oauth")]
    [InlineData("/oidc")]
    public async Task Code_of_one_protocol_is_unknown_to_the_other(string prefix)
    {
        await using var tenant = await Tenants.StartAsync();
        var code = await new RawClient(tenant) { Prefix = prefix }.GetCodeAsync();

        Assert.Equal("invalid_grant", (await new RawClient(tenant) { Prefix = prefix == "/oidc" ? "/oauth" : "/oidc" }.ExchangeAsync(code)).Error);
    }

    [Fact]
    public async Task Plain_challenge_is_the_verifier_itself()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var code = await client.GetCodeAsync(("code_challenge", RawClient.Verifier), ("code_challenge_method", "plain"));

        Assert.Equal("invalid_grant", (await client.ExchangeAsync(code, ("code_verifier", RawClient.Challenge))).Error);
        Assert.Null((await client.ExchangeAsync(code)).Error);
    }

    [Fact]
    public async Task Verifier_without_a_challenge_is_refused()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);

        Assert.Equal("invalid_grant", (await client.ExchangeAsync(await client.GetCodeAsync(("code_challenge", null), ("code_challenge_method", null)))).Error);
    }

    [Theory]
    [InlineData(599, null)]
    [InlineData(600, "invalid_grant")]
    public async Task Code_expires_by_the_clock_of_the_tenant(int seconds, string? error)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var tenant = await Tenants.StartAsync(options => options.TimeProvider = clock);
        var client = new RawClient(tenant);
        var code = await client.GetCodeAsync();

        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(error, (await client.ExchangeAsync(code)).Error);
    }

    [Theory]
    [InlineData(GenAuthTenantSigningAlgorithm.HS256)]
    [InlineData(GenAuthTenantSigningAlgorithm.RS256)]
    public async Task Tokens_have_the_claims_of_the_service(GenAuthTenantSigningAlgorithm algorithm)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero));
        await using var tenant = await Tenants.StartAsync(options =>
        {
            options.SigningAlgorithm = algorithm;
            options.TimeProvider = clock;
            options.AccessTokenLifetime = TimeSpan.FromMinutes(10);
            options.IdTokenLifetime = TimeSpan.FromMinutes(5);
        });

        var tokens = await new RawClient(tenant).GetTokensAsync(("scope", "openid email phone username roles address"));

        Assert.Equal(("Bearer", 600), (tokens["token_type"], (int?)tokens.Body["expires_in"]));
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var (access, id) = (RawClient.ClaimsOf(tokens["access_token"]), RawClient.ClaimsOf(tokens["id_token"]));
        Assert.Equal(["aud", "exp", "iat", "iss", "jti", "scope", "sub"], access.Select(claim => claim.Key).Order(StringComparer.Ordinal));
        Assert.Equal((now, now + 600), ((long)access["iat"]!, (long)access["exp"]!));
        Assert.Equal((now, now + 300), ((long)id["iat"]!, (long)id["exp"]!));
        Assert.Equal((tenant.AppHost + "/oidc", tenant.AppId, "user-1", "nonce-1"), ((string?)id["iss"], (string?)id["aud"], (string?)id["sub"], (string?)id["nonce"]));
        Assert.Equal(("Ada@example.com", true, "13800000000", "ada"), ((string?)id["email"], (bool?)id["email_verified"], (string?)id["phone_number"], (string?)id["username"]));
        Assert.True(id["address"]!.AsObject().TryGetPropertyValue("country", out var country) && country is null, "A value that the user does not have is null.");
        Assert.False(id.ContainsKey("auth_time"));
        Assert.Equal(algorithm.ToString(), (string?)RawClient.HeaderOf(tokens["id_token"])["alg"]);
        Assert.Equal(algorithm == GenAuthTenantSigningAlgorithm.RS256, RawClient.HeaderOf(tokens["id_token"]).ContainsKey("kid"));
    }

    [Fact]
    public async Task Refresh_without_rotation_returns_the_same_token_and_keeps_the_authentication()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var first = await client.GetTokensAsync(("scope", "openid offline_access email"), ("prompt", "consent"));

        var second = await client.RefreshAsync(first["refresh_token"]);

        Assert.Equal(first["refresh_token"], second["refresh_token"]);
        Assert.NotEqual(first["access_token"], second["access_token"]);
        Assert.False(RawClient.ClaimsOf(second["id_token"]).ContainsKey("nonce"));
        Assert.Null((await client.RefreshAsync(first["refresh_token"])).Error);
    }

    [Fact]
    public async Task Refresh_with_rotation_replaces_the_token_and_a_second_use_ends_all()
    {
        await using var tenant = await Tenants.StartAsync(options => options.RotateRefreshTokens = true);
        var client = new RawClient(tenant);
        var first = await client.GetTokensAsync(("scope", "openid offline_access"), ("prompt", "consent"));

        var second = await client.RefreshAsync(first["refresh_token"]);
        Assert.NotEqual(first["refresh_token"], second["refresh_token"]);
        Assert.Equal(HttpStatusCode.OK, (await client.UserInfoAsync(second["access_token"])).Status);
        Assert.Equal("invalid_grant", (await client.RefreshAsync(first["refresh_token"])).Error);

        Assert.Equal("invalid_grant", (await client.RefreshAsync(second["refresh_token"])).Error);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.UserInfoAsync(second["access_token"])).Status);
    }

    [Fact]
    public async Task Rotated_token_is_replaced_once_however_many_ask_at_the_same_time()
    {
        await using var tenant = await Tenants.StartAsync(options => options.RotateRefreshTokens = true);
        var client = new RawClient(tenant);
        var token = (await client.GetTokensAsync(("scope", "openid offline_access"), ("prompt", "consent")))["refresh_token"];

        var responses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => client.RefreshAsync(token)));

        Assert.Single(responses, response => response.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Rotation_does_not_prolong_the_sign_in()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var tenant = await Tenants.StartAsync(options => (options.TimeProvider, options.RotateRefreshTokens) = (clock, true));
        var client = new RawClient(tenant);
        var token = (await client.GetTokensAsync(("scope", "openid offline_access"), ("prompt", "consent")))["refresh_token"];

        clock.Advance(TimeSpan.FromDays(29));
        token = (await client.RefreshAsync(token))["refresh_token"];
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("invalid_grant", (await client.RefreshAsync(token)).Error);
    }

    [Theory]
    [InlineData("openid", "openid", null)]
    [InlineData("openid email", null, "invalid_scope")]
    public async Task Refresh_can_reduce_the_scope_only(string requested, string? granted, string? error)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var token = (await client.GetTokensAsync(("scope", "openid offline_access profile"), ("prompt", "consent")))["refresh_token"];

        var response = await client.RefreshAsync(token, ("scope", requested));

        Assert.Equal((granted, error), ((string?)response.Body["scope"], response.Error));
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("id_token")]
    public async Task Other_token_is_no_refresh_token(string kind)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);

        Assert.Equal("invalid_grant", (await client.RefreshAsync((await client.GetTokensAsync())[kind])).Error);
    }

    [Theory]
    [InlineData("ada", Tenants.Password, null)]
    [InlineData("ada", "wrong", "invalid_grant")]
    [InlineData("unknown", Tenants.Password, "invalid_grant")]
    public async Task Password_grant_signs_a_user_in(string account, string password, string? error)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);

        var response = await client.PostAsync("/token", ("grant_type", "password"), ("username", account), ("password", password), ("scope", "openid offline_access"));

        Assert.Equal((error, error is null), (response.Error, response.Body.ContainsKey("refresh_token")));
    }

    [Theory]
    [InlineData("book message table", "book", "book", "message table")]
    [InlineData("book:read book:1:read book:write", "book:read", "book:read book:1:read", "book:write")]
    [InlineData("book:1:read book:2:read", "book:1:*", "book:1:read", "book:2:read")]
    [InlineData("book:read anything", "*", "book:read anything", null)]
    [InlineData("book:*:read", "book:1:read", "", "book:*:read")]
    public async Task Machine_gets_the_scopes_of_its_account_and_learns_the_others(string requested, string account, string granted, string? rejected)
    {
        var machine = new GenAuthTenantAccessAccount { Scopes = { account } };
        await using var tenant = await Tenants.StartAsync(options =>
        {
            options.SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256;
            options.AccessAccounts.Add(machine);
        });

        var response = await new RawClient(tenant).PostAsync(
            "/token", ("grant_type", "client_credentials"), ("client_id", machine.Id), ("client_secret", machine.Secret), ("scope", requested));

        Assert.Equal((granted, rejected), (response["scope"], (string?)response.Body["rejected_scope"]));
        Assert.Equal(600, (int?)response.Body["expires_in"]);
        var claims = RawClient.ClaimsOf(response["access_token"]);
        Assert.Equal((machine.Id, tenant.AppId, null), ((string?)claims["aud"], (string?)claims["azp"], (string?)claims["sub"]));
    }

    [Fact]
    public async Task Machine_needs_its_secret_and_an_application_with_RS256()
    {
        var machine = new GenAuthTenantAccessAccount();
        await using var tenant = await Tenants.StartAsync(options => options.AccessAccounts.Add(machine));
        var client = new RawClient(tenant);

        Assert.Equal("invalid_client", (await client.PostAsync("/token", ("grant_type", "client_credentials"))).Error);
        Assert.Equal("invalid_client", (await client.PostAsync("/token", ("grant_type", "client_credentials"), ("client_id", machine.Id), ("client_secret", "wrong"))).Error);
        Assert.Equal("unauthorized_client", (await client.PostAsync("/token", ("grant_type", "client_credentials"), ("client_id", machine.Id), ("client_secret", machine.Secret))).Error);
    }

    [Theory]
    [InlineData("grant_type=authorization_code", "application/json", "invalid_request")]
    [InlineData("grant_type=authorization_code&grant_type=refresh_token", "application/x-www-form-urlencoded", "invalid_request")]
    [InlineData("", "application/x-www-form-urlencoded", "invalid_request")]
    [InlineData("grant_type=urn:ietf:params:oauth:grant-type:device_code", "application/x-www-form-urlencoded; charset=utf-8", "unsupported_grant_type")]
    public async Task Malformed_request_is_an_error_of_OAuth(string body, string type, string error)
    {
        await using var tenant = await Tenants.StartAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var response = await RawClient.SendAsync(new HttpRequestMessage(HttpMethod.Post, tenant.AppHost + "/oidc/token") { Content = content });

        Assert.Equal((HttpStatusCode.BadRequest, error), Outcome(response));
    }

    [Fact]
    public async Task Reset_ends_sessions_and_tokens()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);
        var client = new RawClient(tenant);
        var callback = await browser.SignInAsync(await browser.OpenAsync(client.AuthorizationUri()), "ada", Tenants.Password);
        var tokens = await client.ExchangeAsync(callback["code"]!);

        tenant.Reset();
        tenant.AddUser(Tenants.Ada(), Tenants.Password);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.UserInfoAsync(tokens["access_token"])).Status);
        Assert.Equal("login_required", (await browser.OpenAsync(client.AuthorizationUri(("prompt", "none"))))["error"]);
    }

    private static (HttpStatusCode, string?) Outcome(RawResponse response) => (response.Status, response.Error);
}
