using System.Net;
using GenAuth.AspNetCore.Tests.Support;
using GenAuth.Models;
using GenAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.AspNetCore.Tests.Sessions;

public sealed class TokenRenewalTests
{
    private const int Requests = 64;

    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refresh_race_of_64_requests_at_two_replicas_sends_one_refresh_per_expiry(bool rotates)
    {
        var clock = new ShiftedClock();
        await using var tenant = await StartTenantAsync(clock, options => options.RotateRefreshTokens = rotates);
        await using var replicas = await Replicas.StartAsync(tenant, clock);
        using var browser = new Browser();
        await replicas.First.SignInAsync(browser);

        // First within the time before the end, in which the old token is still used, then after the end.
        foreach (var (number, time) in new[] { (1, TimeSpan.FromMinutes(6)), (2, TimeSpan.FromMinutes(11)) })
        {
            clock.Advance(time);
            var pages = await Task.WhenAll(Enumerable.Range(0, Requests).Select(index => OpenAsync(browser, (index % 2 == 0 ? replicas.First : replicas.Second).Profile)));

            Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, "Ada@example.com"), page));
            Assert.Equal(number, tenant.CountRefreshes());
        }
    }

    [Fact]
    public async Task Session_that_is_not_due_is_not_renewed()
    {
        var clock = new ShiftedClock();
        await using var tenant = await StartTenantAsync(clock);
        await using var app = await WebAppHost.StartAsync(tenant, options => options.TimeProvider = clock);
        using var browser = new Browser();
        await app.SignInAsync(browser);

        clock.Advance(TimeSpan.FromMinutes(4));
        await browser.OpenAsync(app.Me);

        Assert.Equal(0, tenant.CountRefreshes());
    }

    [Fact]
    public async Task Renewal_replaces_the_tokens_and_the_claims()
    {
        var clock = new ShiftedClock();
        await using var tenant = await StartTenantAsync(clock, options => options.RotateRefreshTokens = true);
        await using var app = await WebAppHost.StartAsync(tenant, options =>
        {
            (options.TimeProvider, options.Scope) = (clock, "openid profile offline_access roles");
            options.OnClaimsCreated = context =>
            {
                context.Identity.AddClaim(new("renewed", context.IsRenewal.ToString()));
                return Task.CompletedTask;
            };
        });
        using var browser = new Browser();
        var before = new UserPage(await app.SignInAsync(browser));

        await tenant.CreateManagementClient().UpdateUserAsync(new UpdateUserReqDto { UserId = "user-1", Name = "Ada King" });
        clock.Advance(TimeSpan.FromMinutes(6));
        var after = new UserPage(await browser.OpenAsync(app.Me));

        Assert.All(["access_token", "id_token", "refresh_token", "expires_at"], token => Assert.NotEqual(before[token], after[token]));
        Assert.Equal(("Ada <Lovelace>", "Ada King"), (before.Name, after.Name));
        Assert.Equal(["False"], before.ValuesOf("renewed"));
        Assert.Equal(["True"], after.ValuesOf("renewed"));
        Assert.Equal(["admin", "editor"], after.ValuesOf("roles"));
    }

    [Fact]
    public async Task Session_whose_refresh_is_refused_ends_and_the_user_signs_in_again()
    {
        var clock = new ShiftedClock();
        await using var tenant = await StartTenantAsync(clock);
        await using var app = await WebAppHost.StartAsync(tenant, options => options.TimeProvider = clock);
        using var browser = new Browser();
        await app.SignInAsync(browser);

        tenant.FailNext(new GenAuthTenantOAuthFailure("/oidc/token", "invalid_grant"));
        clock.Advance(TimeSpan.FromMinutes(6));
        browser.StopAt(tenant.AppHost);
        var page = await browser.OpenAsync(app.Me);

        Assert.Equal("/oidc/auth", page.Address.AbsolutePath);
        Assert.Contains(browser.SetCookies, cookie => cookie.StartsWith("Cookies=;", StringComparison.Ordinal));
        Assert.Equal("/oidc/auth", (await browser.OpenAsync(app.Me)).Address.AbsolutePath);
        Assert.Equal(1, tenant.CountRefreshes());
    }

    [Fact]
    public async Task Session_continues_while_the_service_fails_and_is_renewed_later()
    {
        var clock = new ShiftedClock();
        await using var tenant = await StartTenantAsync(clock);
        await using var app = await WebAppHost.StartAsync(tenant, options => options.TimeProvider = clock);
        using var browser = new Browser();
        var before = new UserPage(await app.SignInAsync(browser));

        tenant.FailNext(new GenAuthTenantOAuthFailure("/oidc/token", "temporarily_unavailable") { HttpStatusCode = HttpStatusCode.ServiceUnavailable });
        clock.Advance(TokenLifetime + TimeSpan.FromMinutes(1));
        Assert.Equal(before["access_token"], new UserPage(await browser.OpenAsync(app.Me))["access_token"]);
        Assert.Equal(before["access_token"], new UserPage(await browser.OpenAsync(app.Me))["access_token"]);
        Assert.Equal(1, tenant.CountRefreshes());

        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.NotEqual(before["access_token"], new UserPage(await browser.OpenAsync(app.Me))["access_token"]);
    }

    [Fact]
    public async Task Request_that_prolongs_a_session_does_not_overwrite_renewed_tokens()
    {
        var clock = new ShiftedClock();
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var tenant = await StartTenantAsync(clock, options => options.RotateRefreshTokens = true);
        await using var app = await WebAppHost.StartAsync(
            tenant,
            options => options.TimeProvider = clock,
            builder => builder.Services.Configure<CookieAuthenticationOptions>("Cookies", options => options.ExpireTimeSpan = TimeSpan.FromMinutes(8)),
            routes => routes.MapGet("/slow", async () =>
            {
                reached.SetResult();
                await goOn.Task;
            }).RequireAuthorization());
        using var browser = new Browser();
        await app.SignInAsync(browser);

        // The slow request begins before the tokens are due, and prolongs the session when it ends.
        clock.Advance(TimeSpan.FromMinutes(4.5));
        var slow = OpenAsync(browser, app.Address + "/slow");
        await reached.Task;
        clock.Advance(TimeSpan.FromMinutes(1));
        var renewed = new UserPage(await browser.OpenAsync(app.Me));
        goOn.SetResult();
        await slow;

        Assert.Equal(1, tenant.CountRefreshes());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(renewed["refresh_token"], new UserPage(await browser.OpenAsync(app.Me))["refresh_token"]);
    }

    [Fact]
    public async Task Request_that_prolongs_a_session_does_not_bring_it_back_after_sign_out()
    {
        var clock = new ShiftedClock();
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var tenant = await StartTenantAsync(clock);
        await using var app = await WebAppHost.StartAsync(
            tenant,
            options => options.TimeProvider = clock,
            builder => builder.Services.Configure<CookieAuthenticationOptions>("Cookies", options => options.ExpireTimeSpan = TimeSpan.FromMinutes(6)),
            routes => routes.MapGet("/slow", async () =>
            {
                reached.SetResult();
                await goOn.Task;
            }).RequireAuthorization());
        using var browser = new Browser();
        await app.SignInAsync(browser);
        var cookies = browser.Cookies.GetCookieHeader(new Uri(app.Address));

        clock.Advance(TimeSpan.FromMinutes(4));
        var slow = OpenAsync(browser, app.Address + "/slow");
        await reached.Task;
        await browser.SubmitAsync(await browser.OpenAsync(app.SignOutPage), "/account/sign-out");
        goOn.SetResult();
        await slow;

        Assert.Equal(HttpStatusCode.Redirect, (await OpenWithAsync(cookies, app.Me)).Status);
    }

    [Fact]
    public async Task Claims_that_the_app_changes_are_stored_and_the_tokens_stay()
    {
        await using var tenant = await StartTenantAsync(new ShiftedClock());
        await using var app = await WebAppHost.StartAsync(tenant, map: routes => routes.MapGet("/promote", async (HttpContext context) =>
        {
            var ticket = (await context.AuthenticateAsync()).Ticket!;
            ticket.Principal.Identities.First().AddClaim(new("level", "2"));
            await context.SignInAsync(ticket.Principal, ticket.Properties);
        }).RequireAuthorization());
        using var browser = new Browser();
        var before = new UserPage(await app.SignInAsync(browser));

        await browser.OpenAsync(app.Address + "/promote");
        var after = new UserPage(await browser.OpenAsync(app.Me));

        Assert.Contains("level=2", after.Claims);
        Assert.Equal(before["access_token"], after["access_token"]);
    }

    private static async Task<GenAuthTenant> StartTenantAsync(TimeProvider clock, Action<GenAuthTenantOptions>? configure = null) => await Tenants.StartAsync(options =>
    {
        (options.TimeProvider, options.AccessTokenLifetime) = (clock, TokenLifetime);
        configure?.Invoke(options);
    });

    private static Task<(HttpStatusCode Status, string Text)> OpenAsync(Browser browser, string address) => OpenWithAsync(browser.Cookies.GetCookieHeader(new Uri(address)), address);

    private static async Task<(HttpStatusCode Status, string Text)> OpenWithAsync(string cookies, string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Cookie", cookies } } };
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
