using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.OpenIdConnect.Tests.Tenant;

/// <summary>The OpenID Connect handler of ASP.NET Core signs users in at the tenant.</summary>
public sealed class HandlerTests
{
    public static TheoryData<GenAuthTenantSigningAlgorithm, TokenEndpointAuthMethod, string> Cases
    {
        get
        {
            var cases = new TheoryData<GenAuthTenantSigningAlgorithm, TokenEndpointAuthMethod, string>();
            foreach (var (algorithm, method) in Tenants.Kinds)
            {
                cases.Add(algorithm, method, "query");
                cases.Add(algorithm, method, "form_post");
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Handler_signs_a_user_in_through_the_form(GenAuthTenantSigningAlgorithm algorithm, TokenEndpointAuthMethod method, string responseMode)
    {
        await using var tenant = await Tenants.StartAsync(options => (options.SigningAlgorithm, options.TokenEndpointAuthMethod) = (algorithm, method));
        await using var app = await HandlerApp.StartAsync(options => Configure(options, tenant, algorithm, method, responseMode));
        using var browser = new Browser();

        var signIn = await browser.OpenAsync(app.Home);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (signIn.Status, signIn.Response.Content.Headers.ContentType?.MediaType));
        var home = await FollowAsync(browser, await browser.SignInAsync(signIn, "ada", Tenants.Password));

        Assert.Equal((HttpStatusCode.OK, app.Home), (home.Status, home.Address.AbsoluteUri));
        var user = JsonNode.Parse(home.Text)!;
        var claims = user["claims"]!.AsArray().Select(claim => (string)claim!).ToList();
        Assert.Superset(new HashSet<string> { "sub=user-1", "name=Ada <Lovelace>", "email=Ada@example.com", "roles=admin", "roles=editor" }, claims.ToHashSet());
        Assert.All(["access_token", "id_token", "refresh_token"], token => Assert.NotNull(user["tokens"]![token]));
    }

    [Fact]
    public async Task Handler_without_the_key_of_HS256_fails_as_with_the_service()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await HandlerApp.StartAsync(options =>
        {
            Configure(options, tenant, GenAuthTenantSigningAlgorithm.RS256);
            options.TokenValidationParameters.ValidAlgorithms = null;
            options.Events.OnRemoteFailure = ShowFailureAsync;
        });
        using var browser = new Browser();

        var page = await browser.SignInAsync(await browser.OpenAsync(app.Home), "ada", Tenants.Password);

        Assert.Contains("IDX10517", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_reports_a_refused_consent()
    {
        await using var tenant = await Tenants.StartAsync(options => (options.SigningAlgorithm, options.SkipConsent) = (GenAuthTenantSigningAlgorithm.RS256, false));
        await using var app = await HandlerApp.StartAsync(options =>
        {
            Configure(options, tenant, GenAuthTenantSigningAlgorithm.RS256);
            options.Events.OnAccessDenied = context =>
            {
                context.HandleResponse();
                context.Response.StatusCode = 403;
                return Task.CompletedTask;
            };
        });
        using var browser = new Browser();
        var consent = await browser.SignInAsync(await browser.OpenAsync(app.Home), "ada", Tenants.Password);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SubmitAsync(consent, "/abort")).Status);
    }

    [Fact]
    public async Task Handler_signs_out_at_the_tenant_too()
    {
        await using var tenant = await Tenants.StartAsync(options => options.SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256);
        await using var app = await HandlerApp.StartAsync(options =>
        {
            Configure(options, tenant, GenAuthTenantSigningAlgorithm.RS256);
            options.SignedOutRedirectUri = "/after-sign-out";
        });
        using var browser = new Browser();
        await browser.SignInAsync(await browser.OpenAsync(app.Home), "ada", Tenants.Password);

        var signedOut = await browser.OpenAsync(app.SignOut);

        Assert.Equal("/after-sign-out", signedOut.Address.AbsolutePath);
        Assert.Contains("type=\"password\"", (await browser.OpenAsync(app.Home)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_signs_in_without_a_browser()
    {
        await using var tenant = await Tenants.StartAsync(options => options.SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256);
        await using var app = await HandlerApp.StartAsync(options => Configure(options, tenant, GenAuthTenantSigningAlgorithm.RS256, responseMode: "form_post"));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

        using var challenge = await http.GetAsync(app.Home);
        using var callback = await http.SendAsync(await tenant.SignInAsync(challenge.Headers.Location!, Tenants.Ada()));
        using var home = await http.GetAsync(app.Home);

        Assert.Equal(HttpStatusCode.Redirect, callback.StatusCode);
        Assert.Contains("sub=user-1", await home.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void Configure(
        OpenIdConnectOptions options,
        GenAuthTenant tenant,
        GenAuthTenantSigningAlgorithm algorithm,
        TokenEndpointAuthMethod method = TokenEndpointAuthMethod.ClientSecretPost,
        string responseMode = "query")
    {
        options.Authority = tenant.AppHost + "/oidc";
        options.ClientId = tenant.AppId;
        options.ClientSecret = method == TokenEndpointAuthMethod.None ? null : tenant.AppSecret;
        options.ResponseMode = responseMode;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.Prompt = "consent";
        options.Scope.Add("email");
        options.Scope.Add("roles");
        options.Scope.Add("offline_access");
        options.TokenValidationParameters.ValidAlgorithms = [algorithm.ToString()];
        if (algorithm == GenAuthTenantSigningAlgorithm.HS256)
        {
            options.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(tenant.AppSecret));
        }

        if (method == TokenEndpointAuthMethod.ClientSecretBasic)
        {
            options.BackchannelHttpHandler = new BasicHandler(options.BackchannelHttpHandler!);
        }
    }

    private static Task ShowFailureAsync(Microsoft.AspNetCore.Authentication.RemoteFailureContext context)
    {
        context.HandleResponse();
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(context.Failure!.ToString())).AsTask();
    }

    /// <summary>The button of the page that a script would press.</summary>
    private static Task<BrowserPage> FollowAsync(Browser browser, BrowserPage page) =>
        page.Text.Contains("document.forms[0].submit()", StringComparison.Ordinal) ? browser.SubmitAsync(page, "/signin-oidc") : Task.FromResult(page);
}
