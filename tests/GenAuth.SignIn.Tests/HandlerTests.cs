using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.SignIn.Tests.Support;
using GenAuth.Testing;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.SignIn.Tests;

/// <summary>The OpenID Connect handler of ASP.NET Core signs users in at the tenant.</summary>
public sealed class HandlerTests
{
    [Theory]
    [InlineData("query", GenAuthTenantSigningAlgorithm.RS256)]
    [InlineData("form_post", GenAuthTenantSigningAlgorithm.RS256)]
    [InlineData("query", GenAuthTenantSigningAlgorithm.HS256)]
    public async Task Handler_signs_a_user_in_through_the_form(string responseMode, GenAuthTenantSigningAlgorithm algorithm)
    {
        await using var tenant = await Tenants.StartAsync(options => options.SigningAlgorithm = algorithm);
        await using var app = await HandlerApp.StartAsync(options => Configure(options, tenant, algorithm, responseMode));
        using var browser = new Browser();

        var signIn = await browser.OpenAsync(app.Home);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (signIn.Status, signIn.Response.Content.Headers.ContentType?.MediaType));
        var home = await FollowAsync(browser, await browser.SignInAsync(signIn, "ada", Tenants.Password));

        Assert.Equal(app.Home, home.Address.AbsoluteUri);
        var user = JsonNode.Parse(home.Text)!;
        var claims = user["claims"]!.AsArray().Select(claim => (string)claim!).ToList();
        Assert.Contains("sub=user-1", claims);
        Assert.Contains("name=Ada <Lovelace>", claims);
        Assert.Contains("email=Ada@example.com", claims);
        Assert.Contains("roles=admin", claims);
        Assert.Contains("roles=editor", claims);
        Assert.NotNull(user["tokens"]!["access_token"]);
        Assert.NotNull(user["tokens"]!["id_token"]);
        Assert.NotNull(user["tokens"]!["refresh_token"]);
    }

    private static void Configure(OpenIdConnectOptions options, GenAuthTenant tenant, GenAuthTenantSigningAlgorithm algorithm, string responseMode = "query")
    {
        options.Authority = tenant.AppHost + "/oidc";
        options.ClientId = tenant.AppId;
        options.ClientSecret = tenant.AppSecret;
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
    }

    /// <summary>The button of the page that a script would press.</summary>
    private static Task<BrowserPage> FollowAsync(Browser browser, BrowserPage page) =>
        page.Text.Contains("document.forms[0].submit()", StringComparison.Ordinal) ? browser.SubmitAsync(page, "/signin-oidc") : Task.FromResult(page);
}
