using System.Net;
using GenAuth.AspNetCore.Tests.Support;
using GenAuth.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.AspNetCore.Tests.Security;

public sealed class CallbackSecurityTests
{
    private static readonly string[] ApplicationNames = ["Honest", "Other"];

    [Fact]
    public async Task Code_injection_code_of_another_sign_in_is_refused()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await StartAsync(tenant);
        using var attacker = new Browser().StopAt(app.Address + "/signin-oidc");
        using var victim = new Browser().StopAt(app.Address + "/signin-oidc");
        var stolen = await attacker.SignInAsync(await attacker.OpenAsync(app.Me), "ada", Tenants.Password);
        var own = await victim.SignInAsync(await victim.OpenAsync(app.Me), "ada", Tenants.Password);

        var page = await victim.OpenAsync(QueryHelpers.AddQueryString(app.Address + "/signin-oidc", new Dictionary<string, string?> { ["code"] = stolen["code"], ["state"] = own["state"] }));

        Assert.Equal("failed", page["reason"]);
        Assert.DoesNotContain(victim.SetCookies, IsSession);
        Assert.Single(tenant.Requests, request => request.Path == "/oidc/token");
    }

    [Fact]
    public async Task State_replay_callback_is_accepted_once()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await StartAsync(tenant);
        using var jar = new CookieJar();
        using var challenge = await jar.GetAsync(app.Me);
        using var callback = await tenant.SignInAsync(challenge.Headers.Location!, Tenants.Ada());
        var address = callback.RequestUri!.AbsoluteUri;

        using var first = await jar.GetAsync(address);
        Assert.Equal("/me", new Uri(new Uri(app.Address), first.Headers.Location!).AbsolutePath);
        Assert.Contains(jar.SetCookies, IsSession);
        using var second = await jar.GetAsync(address);

        Assert.Equal("/failed?reason=failed", second.Headers.Location!.OriginalString);
        Assert.DoesNotContain(jar.SetCookies, IsSession);
        Assert.Single(tenant.Requests, request => request.Path == "/oidc/token");
    }

    [Fact]
    public async Task State_of_another_browser_is_refused_without_an_exchange()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await StartAsync(tenant);
        using var attacker = new Browser().StopAt(app.Address + "/signin-oidc");
        using var victim = new Browser();
        var callback = await attacker.SignInAsync(await attacker.OpenAsync(app.Me), "ada", Tenants.Password);

        var page = await victim.OpenAsync(callback.Address.AbsoluteUri);

        Assert.Equal("failed", page["reason"]);
        Assert.DoesNotContain(victim.SetCookies, IsSession);
        Assert.DoesNotContain(tenant.Requests, request => request.Path == "/oidc/token");
    }

    [Theory]
    [InlineData("?code=x")]
    [InlineData("?code=x&state=forged")]
    [InlineData("?state=forged")]
    [InlineData("")]
    [InlineData("?error=server_error&state=forged")]
    public async Task Callback_that_no_sign_in_of_the_app_started_is_refused(string query)
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await StartAsync(tenant);
        using var browser = new Browser();

        var page = await browser.OpenAsync(app.Address + "/signin-oidc" + query);

        Assert.Equal("failed", page["reason"]);
        Assert.DoesNotContain(tenant.Requests, request => request.Path == "/oidc/token");
    }

    [Fact]
    public async Task Mix_up_callback_of_one_application_is_refused_by_the_other()
    {
        await using var honest = await StartTenantAsync();
        await using var other = await StartTenantAsync();
        await using var app = await StartTwoAsync(honest, other);
        using var browser = new Browser().StopAt(app.Address + "/signin-oidc");
        var callback = await browser.SignInAsync(await browser.OpenAsync(app.Address + "/honest"), "ada", Tenants.Password);
        Assert.Equal("/signin-oidc/Honest", callback.Address.AbsolutePath);

        using var same = new Browser();
        same.Cookies.Add(browser.Cookies.GetAllCookies());
        var page = await same.OpenAsync(app.Address + "/signin-oidc/Other" + callback.Address.Query);

        Assert.Equal("failed", page["reason"]);
        Assert.DoesNotContain(honest.Requests.Concat(other.Requests), request => request.Path == "/oidc/token");
    }

    [Fact]
    public async Task Named_applications_have_separate_sessions()
    {
        await using var honest = await StartTenantAsync();
        await using var other = await StartTenantAsync();
        await using var app = await StartTwoAsync(honest, other);
        using var browser = new Browser();

        var page = await browser.SignInAsync(await browser.OpenAsync(app.Address + "/honest"), "ada", Tenants.Password);
        Assert.Equal((app.Address + "/honest", "Honest"), (page.Address.AbsoluteUri, page.Text));

        var challenge = await browser.StopAt(other.AppHost).OpenAsync(app.Address + "/other");
        Assert.Equal(other.AppHost, challenge.Address.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public async Task Provider_down_at_start_app_starts_and_sends_browsers_to_the_sign_in_page()
    {
        var tenant = await Tenants.StartAsync();
        await tenant.DisposeAsync();
        await using var app = await StartAsync(tenant);
        using var browser = new Browser().StopAt(tenant.AppHost);

        Assert.Equal("home", (await browser.OpenAsync(app.Address)).Text);
        Assert.Equal("/oidc/auth", (await browser.OpenAsync(app.Me)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Provider_down_later_sign_in_fails_and_sessions_continue()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await StartAsync(tenant);
        using var signedIn = new Browser();
        await app.SignInAsync(signedIn);
        using var late = new Browser().StopAt(app.Address + "/signin-oidc");
        var callback = await late.SignInAsync(await late.OpenAsync(app.Me), "ada", Tenants.Password);
        using var same = new Browser();
        same.Cookies.Add(late.Cookies.GetAllCookies());
        await tenant.DisposeAsync();

        Assert.Equal("failed", (await same.OpenAsync(callback.Address.AbsoluteUri))["reason"]);
        Assert.Equal(HttpStatusCode.OK, (await signedIn.OpenAsync(app.Me)).Status);
    }

    [Fact]
    public async Task Key_rotation_under_load_fails_no_sign_in()
    {
        var clock = new ShiftedClock();
        await using var tenant = await Tenants.StartAsync(options => options.SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256);
        await using var app = await StartAsync(tenant, options => (options.SigningAlgorithm, options.TimeProvider) = (OpenIdConnect.TokenSigningAlgorithm.RS256, clock));
        await SignInAsync();

        // An unknown key loads the keys again, but not more often than every five minutes.
        clock.Advance(TimeSpan.FromMinutes(6));

        var before = Enumerable.Range(0, 16).Select(_ => SignInAsync()).ToList();
        tenant.RotateTokenKey();
        await Task.WhenAll([.. before, .. Enumerable.Range(0, 16).Select(_ => SignInAsync())]);

        async Task SignInAsync()
        {
            using var jar = new CookieJar();
            using var response = await jar.SignInAsync(tenant, app.Me);
            Assert.Contains(jar.SetCookies, IsSession);
        }
    }

    /// <param name="minutes">How far the app's clock is ahead of the service's.</param>
    /// <param name="succeeds">Whether an ID token that is valid for a minute is accepted.</param>
    [Theory]
    [InlineData(-60, true)]
    [InlineData(-4, true)]
    [InlineData(4, true)]
    [InlineData(7, false)]
    public async Task Clock_skew_within_the_limit_is_tolerated(int minutes, bool succeeds)
    {
        var clock = new ShiftedClock();
        clock.Advance(TimeSpan.FromMinutes(minutes));
        await using var tenant = await Tenants.StartAsync(options => options.IdTokenLifetime = TimeSpan.FromMinutes(1));
        await using var app = await StartAsync(tenant, options => options.TimeProvider = clock);
        using var jar = new CookieJar();

        using var response = await jar.SignInAsync(tenant, app.Me);

        Assert.Equal(succeeds, jar.SetCookies.Any(IsSession));
    }

    private static bool IsSession(string cookie) => cookie.StartsWith("Cookies=", StringComparison.Ordinal) && !cookie.StartsWith("Cookies=;", StringComparison.Ordinal);

    private static Task<GenAuthTenant> StartTenantAsync() => Tenants.StartAsync(options =>
    {
        options.RedirectUris.Add("http://127.0.0.1:*/signin-oidc/Honest");
        options.RedirectUris.Add("http://127.0.0.1:*/signin-oidc/Other");
    });

    private static Task<WebAppHost> StartAsync(GenAuthTenant tenant, Action<GenAuthWebAppOptions>? configure = null) => WebAppHost.StartAsync(
        tenant,
        options =>
        {
            options.SignInFailedPath = "/failed";
            configure?.Invoke(options);
        },
        map: routes => routes.MapGet("/failed", () => "failed"));

    private static Task<WebAppHost> StartTwoAsync(GenAuthTenant honest, GenAuthTenant other) => WebAppHost.StartAsync(
        builder =>
        {
            builder.Services.AddGenAuthWebApp(options => WebAppHost.SetTenant(options, honest));
            foreach (var (name, tenant) in new[] { ("Honest", honest), ("Other", other) })
            {
                builder.Services.AddGenAuthWebApp(name, options =>
                {
                    WebAppHost.SetTenant(options, tenant);
                    options.SignInFailedPath = "/failed";
                });
            }
        },
        routes =>
        {
            routes.MapGet("/failed", () => "failed");
            foreach (var name in ApplicationNames)
            {
                routes.MapGet("/" + name.ToLowerInvariant(), (HttpContext context) => context.User.Identity!.AuthenticationType)
                    .RequireAuthorization(policy => policy.AddAuthenticationSchemes(name).RequireAuthenticatedUser());
            }
        });
}
