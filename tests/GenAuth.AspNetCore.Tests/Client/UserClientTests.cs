using System.Security.Claims;
using GenAuth.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.AspNetCore.Tests.Client;

public sealed class UserClientTests
{
    [Fact]
    public async Task Client_of_a_request_acts_for_the_signed_in_user()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var browser = new Browser();
        await app.SignInAsync(browser);

        Assert.Equal("Ada@example.com", (await browser.OpenAsync(app.Profile)).Text);
    }

    [Fact]
    public async Task Client_without_a_signed_in_user_is_an_error_with_the_remedy()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        var users = app.Services.GetRequiredService<IGenAuthUsers>();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => users.GetClientAsync(new ClaimsPrincipal()));
        Assert.Contains("Require authorization", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => users.GetAccessTokenAsync(new ClaimsPrincipal()));
    }

    [Fact]
    public async Task User_who_outlives_the_request_gets_renewed_tokens_until_the_session_ends()
    {
        var clock = new ShiftedClock();
        await using var tenant = await Tenants.StartAsync(options => (options.TimeProvider, options.AccessTokenLifetime) = (clock, TimeSpan.FromMinutes(10)));
        ClaimsPrincipal user = null!;
        await using var app = await WebAppHost.StartAsync(
            tenant, options => options.TimeProvider = clock, map: routes => routes.MapGet("/keep", (HttpContext context) =>
            {
                user = context.User;
            }).RequireAuthorization());
        using var browser = new Browser();
        await app.SignInAsync(browser);
        await browser.OpenAsync(app.Address + "/keep");
        var users = app.Services.GetRequiredService<IGenAuthUsers>();

        var first = await users.GetAccessTokenAsync(user);
        Assert.Equal(first, await users.GetAccessTokenAsync(user));
        clock.Advance(TimeSpan.FromMinutes(11));
        var second = await users.GetAccessTokenAsync(user);
        Assert.NotEqual(first, second);
        Assert.Equal("Ada@example.com", (await (await users.GetClientAsync(user)).GetProfileAsync()).Data.Email);
        Assert.Equal(1, tenant.CountRefreshes());

        await browser.SubmitAsync(await browser.OpenAsync(app.SignOutPage), "/account/sign-out");
        clock.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<GenAuthSignInRequiredException>(() => users.GetAccessTokenAsync(user));
    }

    [Fact]
    public async Task Expired_token_without_a_refresh_token_requires_a_sign_in()
    {
        var clock = new ShiftedClock();
        await using var tenant = await Tenants.StartAsync(options => (options.TimeProvider, options.AccessTokenLifetime) = (clock, TimeSpan.FromMinutes(10)));
        Exception? failure = null;
        await using var app = await WebAppHost.StartAsync(
            tenant,
            options => (options.TimeProvider, options.Scope) = (clock, "openid"),
            map: routes => routes.MapGet("/token", GetTokenAsync).RequireAuthorization());
        using var browser = new Browser();
        await app.SignInAsync(browser);

        await browser.OpenAsync(app.Address + "/token");
        Assert.Null(failure);
        clock.Advance(TimeSpan.FromMinutes(11));
        await browser.OpenAsync(app.Address + "/token");

        Assert.Contains("offline_access", Assert.IsType<GenAuthSignInRequiredException>(failure).Message, StringComparison.Ordinal);

        async Task GetTokenAsync(HttpContext context) => failure = await Record.ExceptionAsync(() => context.GetGenAuthAccessTokenAsync());
    }
}
