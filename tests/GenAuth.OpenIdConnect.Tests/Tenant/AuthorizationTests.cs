using System.Net;
using CsCheck;
using GenAuth.OpenIdConnect.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.OpenIdConnect.Tests.Tenant;

public sealed class AuthorizationTests
{
    [Theory]
    [InlineData("https://app.example.com/callback/")]
    [InlineData("https://app.example.com/Callback")]
    [InlineData("https://app.example.com/callback?a=b")]
    [InlineData("https://app.example.com:443/callback")]
    [InlineData("http://app.example.com/callback")]
    [InlineData("https://app.example.com/callback#a")]
    [InlineData("https://app.example.com.evil.test/callback")]
    [InlineData("https://evil.test/signin-oidc")]
    [InlineData("http://127.0.0.1@evil.test/signin-oidc")]
    [InlineData("http://127.0.0.1:80@evil.test/signin-oidc")]
    [InlineData("http://127.0.0.1.evil.test/signin-oidc")]
    [InlineData("http://127.0.0.1:80/other")]
    [InlineData("http://127.0.0.1:80/signin-oidc/")]
    [InlineData("http://localhost:80/signin-oidc")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public async Task Redirect_uri_that_is_not_exactly_registered_is_an_error_page(string? redirectUri)
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser();

        var page = await browser.OpenAsync(new RawClient(tenant).AuthorizationUri(("redirect_uri", redirectUri)));

        Assert.Equal((HttpStatusCode.BadRequest, "/oidc/auth"), (page.Status, page.Address.AbsolutePath));
        Assert.Contains("redirect_uri", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/signin-oidc")]
    [InlineData("http://127.0.0.1:1/signin-oidc")]
    [InlineData("http://127.0.0.1:65535/signin-oidc")]
    public async Task Redirect_uri_of_this_machine_may_have_any_port(string redirectUri)
    {
        await using var tenant = await Tenants.StartAsync();

        using var request = await tenant.SignInAsync(new Uri(new RawClient(tenant).AuthorizationUri(("redirect_uri", redirectUri))), Tenants.Ada());

        Assert.StartsWith(redirectUri + "?code=", request.RequestUri!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another")]
    [InlineData(null)]
    public async Task Unknown_client_is_an_error_page(string? clientId)
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser();

        var page = await browser.OpenAsync(new RawClient(tenant).AuthorizationUri(("client_id", clientId)));

        Assert.Equal((HttpStatusCode.BadRequest, "/oidc/auth"), (page.Status, page.Address.AbsolutePath));
    }

    [Theory]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("response_type", "device_code", "unsupported_response_type")]
    [InlineData("scope", "profile", "invalid_request")]
    [InlineData("scope", null, "invalid_request")]
    [InlineData("prompt", "none login", "invalid_request")]
    [InlineData("prompt", "create", "invalid_request")]
    [InlineData("max_age", "soon", "invalid_request")]
    [InlineData("max_age", "-1", "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("code_challenge_method", "S512", "invalid_request")]
    [InlineData("request", "e30.e30.", "request_not_supported")]
    [InlineData("prompt", "none", "login_required")]
    public async Task Invalid_parameter_returns_to_the_application_with_an_error(string parameter, string? value, string error)
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);

        var page = await browser.OpenAsync(new RawClient(tenant).AuthorizationUri((parameter, value)));

        Assert.Equal((error, "state-1"), (page["error"], page["state"]));
        Assert.NotNull(page["error_description"]);
        Assert.Null(page["code"]);
    }

    [Fact]
    public async Task Repeated_parameter_is_an_error()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);

        var page = await browser.OpenAsync(new RawClient(tenant).AuthorizationUri() + "&scope=openid");

        Assert.Equal("invalid_request", page["error"]);
    }

    [Theory]
    [InlineData("code", "code")]
    [InlineData("id_token", "id_token")]
    [InlineData("id_token token", "access_token expires_in id_token scope token_type")]
    [InlineData("token id_token", "access_token expires_in id_token scope token_type")]
    [InlineData("code id_token", "code id_token")]
    [InlineData("code token", "access_token code expires_in scope token_type")]
    [InlineData("code id_token token", "access_token code expires_in id_token scope token_type")]
    [InlineData("none", "")]
    public async Task Response_type_decides_what_comes_back(string type, string members)
    {
        await using var tenant = await Tenants.StartAsync();

        var response = await new RawClient(tenant).AuthorizeAsync(("response_type", type));

        Assert.Equal(members, string.Join(' ', response.Keys.Where(name => name != "state").Order(StringComparer.Ordinal)));
        Assert.Equal("state-1", response["state"]);
        if (response.TryGetValue("id_token", out var token))
        {
            var claims = RawClient.ClaimsOf(token);
            Assert.Equal((response.ContainsKey("code"), response.ContainsKey("access_token")), (claims.ContainsKey("c_hash"), claims.ContainsKey("at_hash")));
        }
    }

    [Theory]
    [InlineData("id_token", "query", "invalid_request")]
    [InlineData("code token", "query", "invalid_request")]
    public async Task Tokens_are_never_put_into_a_query(string type, string mode, string error)
    {
        await using var tenant = await Tenants.StartAsync();

        Assert.Equal(error, (await new RawClient(tenant).AuthorizeAsync(("response_type", type), ("response_mode", mode)))["error"]);
    }

    [Fact]
    public async Task Id_token_without_nonce_is_refused()
    {
        await using var tenant = await Tenants.StartAsync();

        Assert.Equal("invalid_request", (await new RawClient(tenant).AuthorizeAsync(("response_type", "id_token"), ("nonce", null)))["error"]);
    }

    [Fact]
    public async Task Form_post_escapes_what_it_returns()
    {
        await using var tenant = await Tenants.StartAsync();
        const string State = "\"><script>alert(1)</script>&amp;";

        using var request = await tenant.SignInAsync(new Uri(new RawClient(tenant).AuthorizationUri(("response_mode", "form_post"), ("state", State))), Tenants.Ada());

        Assert.Equal((HttpMethod.Post, RawClient.Callback), (request.Method, request.RequestUri!.OriginalString));
        var form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync());
        Assert.Equal(State, form["state"]);
        Assert.NotEmpty(form["code"].ToString());
    }

    [Theory]
    [InlineData("query")]
    [InlineData("fragment")]
    [InlineData("form_post")]
    public async Task State_comes_back_as_it_was_sent(string mode)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);

        // A form of HTML cannot carry control characters and lone surrogates.
        await Gen.Char[' ', '\uFFFD'].Where(character => !char.IsSurrogate(character) && !char.IsControl(character)).Array[1, 40].Select(characters => new string(characters)).SampleAsync(
            async state =>
            {
                using var request = await tenant.SignInAsync(new Uri(client.AuthorizationUri(("response_mode", mode), ("state", state))), Tenants.Ada());
                var response = request.Content is { } form
                    ? QueryHelpers.ParseQuery(await form.ReadAsStringAsync()).ToDictionary(pair => pair.Key, pair => pair.Value.ToString())
                    : RawClient.ParametersOf(request.RequestUri!);
                return response["state"] == state && response.ContainsKey("code");
            },
            iter: 100,
            threads: 2);
    }

    [Fact]
    public async Task Web_message_is_a_page_for_the_origin_of_the_application()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser();

        var page = await browser.OpenAsync(new RawClient(tenant).AuthorizationUri(("response_mode", "web_message"), ("prompt", "none")));

        Assert.Contains("data-origin=\"https://app.example.com\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("login_required", page.Text, StringComparison.Ordinal);
        Assert.Contains("script-src 'sha256-", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openid offline_access", null, false)]
    [InlineData("openid offline_access", "login", false)]
    [InlineData("openid offline_access", "consent", true)]
    [InlineData("openid offline_access", "login consent", true)]
    [InlineData("openid", "consent", false)]
    public async Task Refresh_token_needs_the_scope_and_the_consent(string scope, string? prompt, bool expected)
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);
        var client = new RawClient(tenant);

        var callback = await browser.SignInAsync(await browser.OpenAsync(client.AuthorizationUri(("scope", scope), ("prompt", prompt))), "ada", Tenants.Password);
        var tokens = await client.ExchangeAsync(callback["code"]!);

        Assert.Equal((expected, expected), (tokens.Body.ContainsKey("refresh_token"), tokens["scope"].Contains("offline_access", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Scope_that_the_application_does_not_have_is_left_out()
    {
        await using var tenant = await Tenants.StartAsync(options => options.CustomScopes.Add("orders:read"));

        var tokens = await new RawClient(tenant).GetTokensAsync(("scope", "openid orders:read orders:write email"));

        Assert.Equal("openid orders:read email", tokens["scope"]);
        Assert.Equal("openid orders:read email", (string?)RawClient.ClaimsOf(tokens["access_token"])["scope"]);
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.None, "invalid_request")]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, null)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, null)]
    public async Task Application_without_a_secret_must_use_PKCE(TokenEndpointAuthMethod method, string? error)
    {
        await using var tenant = await Tenants.StartAsync(options => options.TokenEndpointAuthMethod = method);

        var response = await new RawClient(tenant).AuthorizeAsync(("code_challenge", null), ("code_challenge_method", null));

        Assert.Equal(error, response.GetValueOrDefault("error"));
    }
}
