using System.Text.Json;
using CsCheck;
using GenAuth.OpenIdConnect.SignIn;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.OpenIdConnect.Tests.SignIn;

public sealed class AuthorizationRequestTests
{
    private const string Redirect = "https://app.example.com/callback?a=1&b=ä";

    private static readonly OpenIdConnectClient Client = Create();

    [Fact]
    public void Request_has_the_parameters_of_the_code_flow_with_pkce()
    {
        var request = Client.CreateAuthorizationRequest(new() { RedirectUri = Redirect });
        var query = Query(request);

        Assert.Equal("https://example.genauth.ai/oidc/auth", request.Uri.GetLeftPart(UriPartial.Path));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["client_id"] = "app",
                ["response_type"] = "code",
                ["redirect_uri"] = Redirect,
                ["scope"] = "openid profile",
                ["state"] = request.State,
                ["nonce"] = request.Nonce!,
                ["code_challenge"] = RandomText.GetChallenge(request.CodeVerifier),
                ["code_challenge_method"] = "S256",
            },
            query);
    }

    [Fact]
    public void Further_parameters_are_sent()
    {
        var query = Query(Client.CreateAuthorizationRequest(new()
        {
            RedirectUri = Redirect,
            TenantId = "tenant-1",
            ExternalIdentityConnectionId = "wechat",
            LoginPageContext = "{\"a\":\"b c\"}",
            MaxAge = TimeSpan.FromMinutes(10),
            ResponseMode = AuthorizationResponseMode.FormPost,
            AdditionalParameters = { ["login_hint"] = "ada@example.com", ["ui_locales"] = "de" },
        }));

        Assert.Equal("tenant-1", query["tenant_id"]);
        Assert.Equal("wechat", query["ext_idp_conn_id"]);
        Assert.Equal("{\"a\":\"b c\"}", query["login_page_context"]);
        Assert.Equal("600", query["max_age"]);
        Assert.Equal("form_post", query["response_mode"]);
        Assert.Equal(("ada@example.com", "de"), (query["login_hint"], query["ui_locales"]));
    }

    [Fact]
    public void Tenant_of_the_options_is_used() =>
        Assert.Equal("tenant-2", Query(Create(static options => options.TenantId = "tenant-2").CreateAuthorizationRequest(new() { RedirectUri = Redirect }))["tenant_id"]);

    [Theory]
    [InlineData("openid", null, false, null)]
    [InlineData("openid", null, true, "login")]
    [InlineData("openid", "select_account", true, "login select_account")]
    [InlineData("openid", "none", false, "none")]
    [InlineData("openid offline_access", null, false, "consent")]
    [InlineData("openid offline_access", null, true, "login consent")]
    [InlineData("openid offline_access", "login", true, "login consent")]
    [InlineData("openid offline_access", "consent", false, "consent")]
    [InlineData("openid offline_access", "select_account", false, "select_account consent")]
    [InlineData(" offline_access  openid ", " ", false, "consent")]
    [InlineData("openid offline_access_later", null, false, null)]
    public void Prompt_follows_from_the_scopes(string scope, string? prompt, bool force, string? expected) => Assert.Equal(
        expected,
        Query(Client.CreateAuthorizationRequest(new() { RedirectUri = Redirect, Scope = scope, Prompt = prompt, ForceSignIn = force })).GetValueOrDefault("prompt"));

    [Theory]
    [InlineData("openid offline_access", "none", false)]
    [InlineData("openid", "none", true)]
    [InlineData("openid", "none login", false)]
    public void Prompt_none_with_anything_that_needs_the_user_is_an_argument_error(string scope, string prompt, bool force) =>
        Assert.Throws<ArgumentException>(() => Client.CreateAuthorizationRequest(new() { RedirectUri = Redirect, Scope = scope, Prompt = prompt, ForceSignIn = force }));

    [Theory]
    [InlineData("")]
    [InlineData("/callback")]
    [InlineData("app.example.com/callback")]
    [InlineData("https://app.example.com/callback#fragment")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///callback")]
    public void Redirect_uri_that_cannot_be_one_is_an_argument_error(string redirect) =>
        Assert.Throws<ArgumentException>(() => Client.CreateAuthorizationRequest(new() { RedirectUri = redirect }));

    [Theory]
    [InlineData("http://127.0.0.1:7890/callback")]
    [InlineData("com.example.app:/callback")]
    public void Redirect_uri_of_a_native_program_is_sent_as_it_is(string redirect) =>
        Assert.Equal(redirect, Query(Client.CreateAuthorizationRequest(new() { RedirectUri = redirect }))["redirect_uri"]);

    [Theory]
    [InlineData("state")]
    [InlineData("Code_Challenge_Method")]
    [InlineData("request_uri")]
    [InlineData("redirect_uri")]
    public void Additional_parameter_that_would_replace_an_own_one_is_an_argument_error(string name)
    {
        var options = new AuthorizationRequestOptions { RedirectUri = Redirect, AdditionalParameters = { [name] = "x" } };

        Assert.Contains(name, Assert.Throws<ArgumentException>(() => Client.CreateAuthorizationRequest(options)).Message);
    }

    [Fact]
    public void Scope_without_openid_is_an_argument_error() =>
        Assert.Throws<ArgumentException>(() => Client.CreateAuthorizationRequest(new() { RedirectUri = Redirect, Scope = "profile" }));

    [Fact]
    public void OAuth_request_has_its_own_path_and_no_nonce()
    {
        var request = Create(static options => options.Protocol = SignInProtocol.OAuth2).CreateAuthorizationRequest(new() { RedirectUri = Redirect });

        Assert.Equal("https://example.genauth.ai/oauth/auth", request.Uri.GetLeftPart(UriPartial.Path));
        Assert.Equal("user", Query(request)["scope"]);
        Assert.Null(request.Nonce);
        Assert.DoesNotContain("nonce", Query(request).Keys);
    }

    [Fact]
    public void Challenge_is_that_of_rfc_7636() =>
        Assert.Equal("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", RandomText.GetChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));

    [Fact]
    public void State_nonce_and_verifier_are_never_the_same()
    {
        var requests = Enumerable.Range(0, 1_000).Select(_ => Client.CreateAuthorizationRequest(new() { RedirectUri = Redirect })).ToList();
        var values = requests.SelectMany(request => new[] { request.State, request.Nonce!, request.CodeVerifier }).ToList();

        Assert.Equal(values.Count, values.Distinct().Count());
        Assert.All(values, static value => Assert.Matches("^[A-Za-z0-9_-]{43}$", value));
    }

    [Fact]
    public void Request_survives_both_serializers() => Gen.Select(Gen.String[Gen.Char[' ', '~'], 1, 20], Gen.Int[0, 100_000], Gen.Bool).Sample((text, seconds, isOpenIdConnect) =>
    {
        TimeSpan? age = isOpenIdConnect ? TimeSpan.FromSeconds(seconds) : null;
        var request = new AuthorizationRequest(new Uri("https://example.genauth.ai/oidc/auth?state=s"), text, "https://a.example.com/c", text, isOpenIdConnect ? text : null, text, age);

        var ours = JsonSerializer.Deserialize<AuthorizationRequest>(JsonSerializer.Serialize(request))!;
        var newtonsoft = Newtonsoft.Json.JsonConvert.DeserializeObject<AuthorizationRequest>(Newtonsoft.Json.JsonConvert.SerializeObject(request))!;

        Assert.Equal(JsonSerializer.Serialize(request), JsonSerializer.Serialize(ours));
        Assert.Equal(JsonSerializer.Serialize(request), JsonSerializer.Serialize(newtonsoft));
        Assert.Equal((text, age, request.Nonce), (ours.CodeVerifier, newtonsoft.MaxAge, newtonsoft.Nonce));
    });

    [Fact]
    public void Text_of_a_request_holds_no_secret() => Assert.Equal("AuthorizationRequest", Client.CreateAuthorizationRequest(new() { RedirectUri = Redirect }).ToString());

    private static OpenIdConnectClient Create(Action<OpenIdConnectClientOptions>? configure = null)
    {
        var options = new OpenIdConnectClientOptions { AppId = "app", AppHost = "example.genauth.ai", TokenEndpointAuthMethod = TokenEndpointAuthMethod.None };
        configure?.Invoke(options);
        return new OpenIdConnectClient(options);
    }

    private static Dictionary<string, string> Query(AuthorizationRequest request) =>
        QueryHelpers.ParseQuery(request.Uri.Query).ToDictionary(static entry => entry.Key, static entry => entry.Value.ToString());
}
