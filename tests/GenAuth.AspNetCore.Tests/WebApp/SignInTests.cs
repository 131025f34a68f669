using System.Net;
using GenAuth.AspNetCore.Tests.Support;
using GenAuth.OpenIdConnect;
using GenAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Newtonsoft.Json.Linq;

namespace GenAuth.AspNetCore.Tests.WebApp;

public sealed class SignInTests
{
    public static TheoryData<GenAuthTenantSigningAlgorithm, TokenEndpointAuthMethod> Kinds
    {
        get
        {
            var kinds = new TheoryData<GenAuthTenantSigningAlgorithm, TokenEndpointAuthMethod>();
            foreach (var (algorithm, method) in Tenants.Kinds)
            {
                kinds.Add(algorithm, method);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Sign_in_succeeds_with_each_algorithm_and_authentication_method(GenAuthTenantSigningAlgorithm algorithm, TokenEndpointAuthMethod method)
    {
        await using var tenant = await Tenants.StartAsync(options => (options.SigningAlgorithm, options.TokenEndpointAuthMethod) = (algorithm, method));
        await using var app = await WebAppHost.StartAsync(tenant, options => options.SigningAlgorithm = Enum.Parse<TokenSigningAlgorithm>(algorithm.ToString()));
        using var browser = new Browser();

        var page = await app.SignInAsync(browser);

        Assert.Equal((HttpStatusCode.OK, app.Me), (page.Status, page.Address.AbsoluteUri));
        var user = new UserPage(page);
        Assert.Contains("sub=user-1", user.Claims);
        Assert.Equal("Ada <Lovelace>", user.Name);
        Assert.All(["access_token", "id_token", "refresh_token", "expires_at"], token => Assert.NotNull(user[token]));
    }

    [Fact]
    public async Task Authorization_request_has_PKCE_and_the_consent_that_offline_access_needs()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var browser = new Browser().StopAt(tenant.AppHost);

        var request = await browser.OpenAsync(app.Me);

        Assert.Equal(tenant.AppHost + "/oidc/auth", request.Address.GetLeftPart(UriPartial.Path));
        Assert.Equal(("code", "S256", "consent", "openid profile offline_access"), (request["response_type"], request["code_challenge_method"], request["prompt"], request["scope"]));
        Assert.Equal(app.Address + "/signin-oidc", request["redirect_uri"]);
        Assert.All(["state", "nonce", "code_challenge"], parameter => Assert.NotNull(request[parameter]));
        Assert.All(["client_secret", "tenant_id", "ext_idp_conn_id", "login_page_context"], parameter => Assert.Null(request[parameter]));
    }

    [Fact]
    public async Task Authorization_request_has_the_parameters_of_the_options()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant, options =>
            (options.TenantId, options.ExternalIdentityConnectionId, options.LoginPageContext, options.Scope) = ("t-1", "idp-1", "{\"a\":1}", "openid"));
        using var browser = new Browser().StopAt(tenant.AppHost);

        var request = await browser.OpenAsync(app.Me);

        Assert.Equal(("t-1", "idp-1", "{\"a\":1}", "openid", null), (request["tenant_id"], request["ext_idp_conn_id"], request["login_page_context"], request["scope"], request["prompt"]));
    }

    [Fact]
    public async Task Authorization_request_has_the_parameters_of_the_challenge_in_place_of_the_options()
    {
        await using var tenant = await Tenants.StartAsync();
        var challenge = new GenAuthChallengeProperties { TenantId = "t-2", ExternalIdentityConnectionId = "idp-2", LoginPageContext = "c", LoginHint = "ada", UiLocales = "en", Prompt = "login" };
        await using var app = await WebAppHost.StartAsync(
            tenant, options => options.TenantId = "t-1", map: routes => routes.MapGet("/start", context => context.ChallengeAsync(challenge)));
        using var browser = new Browser().StopAt(tenant.AppHost);

        var request = await browser.OpenAsync(app.Address + "/start");

        Assert.Equal(("t-2", "idp-2", "c", "ada", "en", "login consent"),
            (request["tenant_id"], request["ext_idp_conn_id"], request["login_page_context"], request["login_hint"], request["ui_locales"], request["prompt"]));
    }

    [Fact]
    public async Task Claims_are_mapped_from_the_ID_token()
    {
        await using var tenant = await Tenants.StartAsync();
        var user = Tenants.Ada();
        (user.UserId, user.Username, user.Name, user.Nickname) = ("user-2", "grace", null, "Grace");
        user.CustomData = new JObject { ["department"] = "R&D", ["floors"] = new JArray(3, 4), ["none"] = null };
        tenant.AddUser(user, "pass word", ["admin", "editor"]);
        await using var app = await WebAppHost.StartAsync(
            tenant,
            options => options.Scope = "openid profile email roles extended_fields",
            map: routes => routes.MapGet("/admin", () => "admin").RequireAuthorization(policy => policy.RequireRole("admin")));
        using var browser = new Browser();
        await browser.SignInAsync(await browser.OpenAsync(app.Me), "grace", "pass word");

        var page = new UserPage(await browser.OpenAsync(app.Me));

        Assert.Equal("Grace", page.Name);
        Assert.Superset(
            new HashSet<string> { "sub=user-2", "roles=admin", "roles=editor", "extended_fields.department=R&D", "extended_fields.floors=3", "extended_fields.floors=4", "email=Ada@example.com" },
            page.Claims.ToHashSet());
        Assert.DoesNotContain(page.Claims, claim => claim.EndsWith('='));
        Assert.DoesNotContain(page.Claims, claim => claim.Split('=')[0] is "iss" or "aud" or "exp" or "nonce" or "at_hash" or "extended_fields" or "extended_fields.none" or "birthdate");
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(app.Address + "/admin")).Status);
    }

    [Fact]
    public async Task Endpoint_for_a_role_that_the_user_has_not_is_403()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant, map: routes => routes.MapGet("/owner", () => "owner").RequireAuthorization(policy => policy.RequireRole("owner")));
        using var browser = new Browser();
        await app.SignInAsync(browser);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(app.Address + "/owner")).Status);
    }

    [Fact]
    public async Task User_info_adds_claims_if_the_options_ask_for_it()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant, options => (options.GetClaimsFromUserInfo, options.Scope) = (true, "openid email"));
        using var browser = new Browser();

        var page = new UserPage(await app.SignInAsync(browser));

        Assert.Contains("email=Ada@example.com", page.Claims);
        Assert.Single(page.Claims, claim => claim.StartsWith("sub=", StringComparison.Ordinal));
        Assert.Contains(tenant.Requests, request => request.Path == "/oidc/me");
    }

    [Fact]
    public async Task Refused_consent_leads_to_the_page_of_the_options()
    {
        await using var tenant = await Tenants.StartAsync(options => options.SkipConsent = false);
        await using var app = await WebAppHost.StartAsync(tenant, options => options.SignInFailedPath = "/failed", map: routes => routes.MapGet("/failed", () => "failed"));
        using var browser = new Browser();
        var consent = await browser.SignInAsync(await browser.OpenAsync(app.Me), "ada", Tenants.Password);

        var page = await browser.SubmitAsync(consent, "/abort");

        Assert.Equal(app.Address + "/failed?reason=denied", page.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Request_of_a_script_without_a_session_is_401()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        foreach (var (header, value) in new[] { ("Sec-Fetch-Mode", "cors"), ("X-Requested-With", "XMLHttpRequest") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, app.Me) { Headers = { { header, value } } };
            using var response = await http.SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public async Task Callback_of_the_app_changes_the_claims()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant, options => options.OnClaimsCreated = context =>
        {
            context.Identity.AddClaim(new("plan", $"{context.IdToken.Subject}:{context.IsRenewal}"));
            return Task.CompletedTask;
        });
        using var browser = new Browser();

        Assert.Contains("plan=user-1:False", new UserPage(await app.SignInAsync(browser)).Claims);
    }
}
