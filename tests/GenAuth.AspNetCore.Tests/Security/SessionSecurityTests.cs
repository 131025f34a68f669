using System.Net;
using System.Security.Claims;
using GenAuth.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.AspNetCore.Tests.Security;

public sealed class SessionSecurityTests
{
    [Fact]
    public async Task Session_fixation_user_who_signs_in_does_not_get_the_key_of_the_session_that_the_browser_has()
    {
        await using var tenant = await Tenants.StartAsync();
        var mallory = Tenants.Ada();
        (mallory.UserId, mallory.Username) = ("user-2", "mallory");
        tenant.AddUser(mallory, "pass word");
        await using var app = await WebAppHost.StartAsync(tenant);
        using var attacker = new Browser();
        await attacker.SignInAsync(await attacker.OpenAsync(app.Me), "mallory", "pass word");
        var planted = attacker.Cookies.GetCookies(new Uri(app.Address))["Cookies"]!.Value;

        using var victim = new Browser();
        victim.Cookies.Add(new Cookie("Cookies", planted, "/", "127.0.0.1"));
        Assert.Contains("sub=user-2", new UserPage(await victim.OpenAsync(app.Me)).Claims);
        await victim.SignInAsync(await victim.OpenAsync(app.SignInPage), "ada", Tenants.Password);

        Assert.Contains("sub=user-1", new UserPage(await victim.OpenAsync(app.Me)).Claims);
        using var jar = new CookieJar { ["Cookies"] = planted };
        using var response = await jar.GetAsync(app.Me);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task Session_fixation_by_SignInAsync_in_a_request_with_the_session_of_another_user_is_refused()
    {
        await using var tenant = await Tenants.StartAsync();
        Exception? failure = null;
        await using var app = await WebAppHost.StartAsync(tenant, map: routes => routes.MapGet("/switch", async (HttpContext context) =>
        {
            var other = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "user-2")], "test"));
            failure = await Record.ExceptionAsync(() => context.SignInAsync(GenAuthWebAppDefaults.CookieScheme, other));
        }).RequireAuthorization());
        using var browser = new Browser();
        await app.SignInAsync(browser);

        await browser.OpenAsync(app.Address + "/switch");

        Assert.Contains("sign out in a request of its own", Assert.IsType<InvalidOperationException>(failure).Message, StringComparison.Ordinal);
        Assert.Contains("sub=user-1", new UserPage(await browser.OpenAsync(app.Me)).Claims);
    }

    [Fact]
    public async Task Cookies_outside_of_development_are_secure_and_belong_to_the_host_only()
    {
        await using var tenant = await Tenants.StartAsync(options => options.RedirectUris.Add("https://127.0.0.1:*/signin-oidc"));
        await using var app = await StartProductionAsync(tenant);
        using var jar = new CookieJar();

        using var challenge = await jar.GetAsync(app.Me);
        Assert.Equal(HttpStatusCode.Redirect, challenge.StatusCode);
        Assert.Equal(2, jar.SetCookies.Count);
        Assert.All(jar.SetCookies, AssertProtected);

        using var callback = await tenant.SignInAsync(challenge.Headers.Location!, Tenants.Ada());
        callback.RequestUri = new UriBuilder(callback.RequestUri!) { Scheme = "http" }.Uri;
        using var signedIn = await jar.SendAsync(callback);
        var session = Assert.Single(jar.SetCookies, cookie => cookie.StartsWith("__Host-Cookies=", StringComparison.Ordinal));
        AssertProtected(session);
        Assert.Contains("; path=/;", session, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", session, StringComparison.Ordinal);
        Assert.DoesNotContain("expires=", session, StringComparison.Ordinal);
        using var page = await jar.GetAsync(app.Me);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Session_cookie_has_no_token_and_no_personal_data()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var browser = new Browser();
        await app.SignInAsync(browser);

        var cookie = browser.Cookies.GetCookies(new Uri(app.Address))["Cookies"]!.Value;

        // A key and the frame of data protection; the tokens alone are longer.
        Assert.InRange(cookie.Length, 1, 600);
    }

    [Fact]
    public async Task Sign_in_by_plain_http_outside_of_development_fails_with_the_remedy()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await StartProductionAsync(tenant, isHttps: false);
        using var jar = new CookieJar();

        using var response = await jar.GetAsync(app.Me);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(jar.SetCookies);
    }

    [Fact]
    public async Task Request_to_the_remote_sign_out_path_of_the_handler_does_not_sign_out()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var browser = new Browser();
        await app.SignInAsync(browser);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(app.Address + "/signout-oidc")).Status);

        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(app.Me)).Status);
    }

    private static void AssertProtected(string cookie)
    {
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An app behind a proxy that ends TLS.</summary>
    private static Task<WebAppHost> StartProductionAsync(Testing.GenAuthTenant tenant, bool isHttps = true) => WebAppHost.StartAsync(
        builder =>
        {
            builder.Services.AddGenAuthWebApp(options =>
            {
                WebAppHost.SetTenant(options, tenant);
                options.AllowInsecureHttp = true;
            });
            if (isHttps)
            {
                builder.Services.AddSingleton<IStartupFilter, Https>();
            }
        },
        environment: "Production");

    private sealed class Https : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(static (context, following) =>
            {
                context.Request.Scheme = "https";
                return following(context);
            });
            next(app);
        };
    }
}
