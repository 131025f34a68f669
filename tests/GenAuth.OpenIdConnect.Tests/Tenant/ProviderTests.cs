using System.Net;
using GenAuth.Models;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.OpenIdConnect.Tests.Tenant;

/// <summary>Discovery, keys, sign-out, failures on demand, and sign-in without a browser.</summary>
public sealed class ProviderTests
{
    [Theory]
    [InlineData(Edition.GenAuth)]
    [InlineData(Edition.Authing)]
    public async Task Discovery_and_keys_are_read_by_the_library_of_Microsoft(Edition edition)
    {
        await using var tenant = await Tenants.StartAsync(options => options.Edition = edition);

        var configuration = await ReadConfigurationAsync(tenant);

        var issuer = tenant.AppHost + "/oidc";
        Assert.Equal(
            (issuer, issuer + "/auth", issuer + "/token", issuer + "/me", issuer + "/session/end"),
            (configuration.Issuer, configuration.AuthorizationEndpoint, configuration.TokenEndpoint, configuration.UserInfoEndpoint, configuration.EndSessionEndpoint));
        Assert.Equal(tenant.AppHost + (edition == Edition.Authing ? $"/{tenant.AppId}" : "") + "/oidc/.well-known/jwks.json", configuration.JwksUri);
        Assert.Equal(["HS256", "RS256"], configuration.IdTokenSigningAlgValuesSupported);
        using var key = tenant.CreateTokenPublicKey();
        Assert.Equal(WebEncoders.Base64UrlEncode(key.ExportParameters(false).Modulus!), Assert.Single(configuration.JsonWebKeySet.Keys).N);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rotation_signs_with_a_new_key_and_keeps_the_old_one_on_request(bool keep)
    {
        await using var tenant = await Tenants.StartAsync(options => options.SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256);
        var old = await tenant.SignInAsync(Tenants.Ada());

        tenant.RotateTokenKey(keep);
        var configuration = await ReadConfigurationAsync(tenant);
        var fresh = await tenant.SignInAsync(Tenants.Ada());

        Assert.Equal(keep ? 2 : 1, configuration.SigningKeys.Count);
        Assert.True(await IsValidAsync(fresh.IdToken!));
        Assert.Equal(keep, await IsValidAsync(old.IdToken!));

        async Task<bool> IsValidAsync(string token) => (await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = tenant.AppId,
            IssuerSigningKeys = configuration.SigningKeys,
        })).IsValid;
    }

    [Fact]
    public async Task Key_ID_is_the_thumbprint_of_the_key()
    {
        await using var tenant = await Tenants.StartAsync();

        var key = Assert.Single((await ReadConfigurationAsync(tenant)).JsonWebKeySet.Keys);

        Assert.Equal(WebEncoders.Base64UrlEncode(key.ComputeJwkThumbprint()), key.KeyId);
    }

    [Theory]
    [InlineData("GET", "/oidc/unknown")]
    [InlineData("GET", "/oidc/token")]
    [InlineData("GET", "/oidc/.well-known/")]
    [InlineData("GET", "/interaction/oidc")]
    [InlineData("GET", "/interaction/oidc/key/login")]
    [InlineData("GET", "/cas-idp/another/login")]
    [InlineData("GET", "/.well-known/openid-configuration")]
    [InlineData("DELETE", "/oidc/me")]
    public async Task Unknown_address_is_a_404_without_an_envelope(string method, string path)
    {
        await using var tenant = await Tenants.StartAsync();

        var response = await RawClient.SendAsync(new HttpRequestMessage(new HttpMethod(method), tenant.AppHost + path));

        Assert.Equal((HttpStatusCode.NotFound, 0), (response.Status, response.Body.Count));
    }

    [Fact]
    public async Task Sign_out_ends_the_session_and_returns_to_the_application()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt("https://app.example.com/");
        var client = new RawClient(tenant);
        var tokens = await client.ExchangeAsync((await browser.SignInAsync(await browser.OpenAsync(client.AuthorizationUri()), "ada", Tenants.Password))["code"]!);

        var page = await browser.OpenAsync(EndSessionUri(tenant, tokens["id_token"], "https://app.example.com/", "a b&c"));

        Assert.Equal("https://app.example.com/?state=a%20b%26c", page.Address.OriginalString);
        Assert.Equal("login_required", (await browser.OpenAsync(client.AuthorizationUri(("prompt", "none"))))["error"]);
        Assert.Equal(HttpStatusCode.OK, (await client.UserInfoAsync(tokens["access_token"])).Status);
    }

    [Theory]
    [InlineData("valid", "https://evil.test/")]
    [InlineData("valid", "https://app.example.com/callback")]
    [InlineData("forged", "https://app.example.com/")]
    [InlineData("another tenant's", "https://app.example.com/")]
    [InlineData("missing", "https://app.example.com/")]
    [InlineData("nonsense", "https://app.example.com/")]
    public async Task Sign_out_returns_to_registered_addresses_with_the_hint_of_an_ID_token_only(string hint, string target)
    {
        await using var tenant = await Tenants.StartAsync();
        await using var another = await Tenants.StartAsync(options => options.AppId = tenant.AppId);
        using var browser = new Browser();
        var token = (await tenant.SignInAsync(Tenants.Ada())).IdToken!;

        var page = await browser.OpenAsync(EndSessionUri(tenant, hint switch
        {
            "valid" => token,
            "forged" => token[..^4] + "AAAA",
            "another tenant's" => (await another.SignInAsync(Tenants.Ada())).IdToken,
            "missing" => null,
            _ => "a.b.c",
        }, target, null));

        Assert.Equal((HttpStatusCode.BadRequest, "/oidc/session/end"), (page.Status, page.Address.AbsolutePath));
    }

    [Theory]
    [InlineData("/oidc/session/end")]
    [InlineData("/login/profile/logout")]
    [InlineData("/cas-idp/logout")]
    public async Task Sign_out_without_a_way_back_shows_a_page(string path)
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);
        var client = new RawClient(tenant);
        await browser.SignInAsync(await browser.OpenAsync(client.AuthorizationUri()), "ada", Tenants.Password);

        var page = await browser.OpenAsync(tenant.AppHost + path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("You are signed out", page.Text, StringComparison.Ordinal);
        Assert.Equal("login_required", (await browser.OpenAsync(client.AuthorizationUri(("prompt", "none"))))["error"]);
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/token/introspection")]
    [InlineData("/token/revocation")]
    [InlineData("/me")]
    [InlineData("/session/end")]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/.well-known/jwks.json")]
    public async Task Failure_on_demand_has_the_form_of_OAuth(string path)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        tenant.FailNext(new GenAuthTenantOAuthFailure("/oidc" + path, "temporarily_unavailable")
        {
            Description = "Try again.",
            HttpStatusCode = HttpStatusCode.ServiceUnavailable,
            RetryAfter = TimeSpan.FromSeconds(1.5),
        });

        var failed = await client.PostAsync(path, ("token", "any"));
        var next = await client.PostAsync(path, ("token", "any"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "temporarily_unavailable", "Try again."), (failed.Status, failed.Error, failed["error_description"]));
        Assert.Equal(TimeSpan.FromSeconds(2), failed.Headers.RetryAfter!.Delta);
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, next.Status);
    }

    [Fact]
    public async Task Failure_on_demand_of_an_authorization_returns_to_the_application()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        tenant.FailNext(new GenAuthTenantOAuthFailure("/oidc/auth", "server_error"));

        var response = await client.AuthorizeAsync();

        Assert.Equal([("error", "server_error"), ("state", "state-1")], response.Select(pair => (pair.Key, pair.Value)));
        Assert.NotNull(await client.GetCodeAsync());
    }

    [Fact]
    public async Task Failure_on_demand_of_the_token_endpoint_leaves_the_code_valid()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var code = await client.GetCodeAsync();
        tenant.FailNext(new GenAuthTenantOAuthFailure("/oidc/token", "invalid_grant"));

        Assert.Equal("invalid_grant", (await client.ExchangeAsync(code)).Error);
        Assert.Null((await client.ExchangeAsync(code)).Error);
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(600, 0)]
    [InlineData(400, -1)]
    public async Task Failure_on_demand_must_be_an_error(int status, int retryAfter)
    {
        await using var tenant = await Tenants.StartAsync();

        Assert.Throws<ArgumentException>(() => tenant.FailNext(
            new GenAuthTenantOAuthFailure("/oidc/token", "error") { HttpStatusCode = (HttpStatusCode)status, RetryAfter = TimeSpan.FromSeconds(retryAfter) }));
    }

    [Theory]
    [InlineData("openid profile", false)]
    [InlineData("openid offline_access", true)]
    public async Task Sign_in_without_a_browser_issues_tokens(string scope, bool refreshes)
    {
        await using var tenant = await Tenants.StartAsync();

        var tokens = await tenant.SignInAsync(Tenants.Ada(), scope);

        Assert.Equal((scope, "Bearer", 7200L), (tokens.Scope, tokens.TokenType, tokens.ExpireIn));
        Assert.Equal("user-1", (string?)RawClient.ClaimsOf(tokens.IdToken!)["sub"]);
        Assert.Equal(refreshes, tokens.RefreshToken is not null && (await new RawClient(tenant).RefreshAsync(tokens.RefreshToken)).Error is null);
    }

    [Fact]
    public async Task Sign_in_without_a_browser_gives_the_consent()
    {
        await using var tenant = await Tenants.StartAsync(options => options.SkipConsent = false);

        Assert.NotNull(await new RawClient(tenant).GetCodeAsync(("prompt", "consent")));
    }

    [Fact]
    public async Task Sign_in_without_a_browser_says_why_it_is_impossible()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);

        await Assert.ThrowsAsync<ArgumentException>(() => tenant.SignInAsync(new UserDto { UserId = "unknown" }));
        await Assert.ThrowsAsync<ArgumentException>(() => tenant.SignInAsync(new Uri("https://evil.test/oidc/auth"), Tenants.Ada()));
        Assert.Contains("redirect_uri", (await Assert.ThrowsAsync<InvalidOperationException>(() => client.AuthorizeAsync(("redirect_uri", "https://evil.test/")))).Message, StringComparison.Ordinal);
        Assert.Contains("prompt", (await Assert.ThrowsAsync<InvalidOperationException>(() => client.AuthorizeAsync(("prompt", "login")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Users_sign_in_at_the_same_time()
    {
        await using var tenant = await GenAuthTenant.StartAsync(new() { RedirectUris = { RawClient.Callback } });
        var users = Enumerable.Range(0, 32).Select(number => new UserDto { UserId = $"user-{number}", Username = $"name-{number}" }).ToList();
        users.ForEach(user => tenant.AddUser(user, user.UserId));
        var client = new RawClient(tenant);

        await Parallel.ForEachAsync(users, async (user, _) =>
        {
            using var browser = new Browser().StopAt(RawClient.Callback);
            var callback = await browser.SignInAsync(await browser.OpenAsync(client.AuthorizationUri()), user.Username!, user.UserId);
            var tokens = await client.ExchangeAsync(callback["code"]!);
            Assert.Equal(user.UserId, (await client.UserInfoAsync(tokens["access_token"]))["sub"]);
        });
    }

    private static string EndSessionUri(GenAuthTenant tenant, string? hint, string target, string? state) => QueryHelpers.AddQueryString(
        tenant.AppHost + "/oidc/session/end",
        new Dictionary<string, string?> { ["id_token_hint"] = hint, ["post_logout_redirect_uri"] = target, ["state"] = state }.Where(pair => pair.Value is not null));

    private static Task<OpenIdConnectConfiguration> ReadConfigurationAsync(GenAuthTenant tenant) => OpenIdConnectConfigurationRetriever.GetAsync(
        tenant.AppHost + "/oidc/.well-known/openid-configuration", new HttpDocumentRetriever(new HttpClient(new SocketsHttpHandler { UseProxy = false })) { RequireHttps = false }, default);
}
