using System.Net;
using GenAuth.AspNetCore.Tests.Support;
using GenAuth.Testing;

namespace GenAuth.AspNetCore.Tests.Account;

public sealed class AccountEndpointTests
{
    /// <summary>Spellings of an address on another host.</summary>
    public static TheoryData<string> ForeignAddresses =>
    [
        "https://evil.example/", "http://evil.example", "HTTPS://evil.example", "https:evil.example", "https:/evil.example", "https:\\\\evil.example",
        "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\/evil.example", "\\\\evil.example", "\\evil.example", "/\\/evil.example",
        "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example", "\t//evil.example", " //evil.example", "//evil.example/..", "/ /evil.example",
        "/%2Fevil.example", "/%2f%2fevil.example", "/%5Cevil.example", "/%5c/evil.example", "/%09/evil.example", "/%0d/evil.example", "%2F%2Fevil.example",
        "evil.example", "@evil.example", ".evil.example", "~/evil.example", "~//evil.example", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
        "ftp://evil.example", "mailto:a@evil.example", "//127.0.0.1@evil.example/", "/\u00a0/evil.example", "//evil%E3%80%82example", "//[::1]/", "?next=//evil.example",
        "#//evil.example", "",
    ];

    [Theory]
    [MemberData(nameof(ForeignAddresses))]
    public async Task Open_redirect_is_refused_at_sign_in_and_sign_out(string returnUrl)
    {
        var fixture = await SharedApp.Value;
        using var browser = new Browser();
        var query = "?returnUrl=" + Uri.EscapeDataString(returnUrl);

        var page = await browser.SignInAsync(await browser.OpenAsync(fixture.App.SignInPage + query), "ada", Tenants.Password);
        Assert.Equal(fixture.App.Address + "/", page.Address.AbsoluteUri);

        var signOut = await browser.OpenAsync(fixture.App.SignOutPage + query);
        Assert.DoesNotContain("evil", signOut.Text, StringComparison.Ordinal);
        page = await browser.SubmitAsync(signOut, "/account/sign-out", ("returnUrl", returnUrl));
        Assert.Equal(fixture.App.Address + "/", page.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Sign_in_returns_to_the_local_page()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var browser = new Browser();

        var page = await browser.SignInAsync(await browser.OpenAsync(app.SignInPage + "?returnUrl=%2Fme%3Fa%3D1"), "ada", Tenants.Password);

        Assert.Equal((HttpStatusCode.OK, app.Me + "?a=1"), (page.Status, page.Address.AbsoluteUri));
    }

    [Fact]
    public async Task Sign_out_ends_the_session_here_and_at_the_service_and_revokes_the_refresh_token()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var browser = new Browser();
        var token = new UserPage(await app.SignInAsync(browser))["refresh_token"]!;

        var page = await browser.SubmitAsync(await browser.OpenAsync(app.SignOutPage), "/account/sign-out");

        Assert.Equal((HttpStatusCode.OK, app.Address + "/"), (page.Status, page.Address.AbsoluteUri));
        Assert.Contains(tenant.Requests, request => request.Path == "/oidc/token/revocation" && request.Body.Contains(token, StringComparison.Ordinal));
        Assert.Contains("type=\"password\"", (await browser.OpenAsync(app.Me)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Local_sign_out_keeps_the_session_at_the_service()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var browser = new Browser();
        await app.SignInAsync(browser);

        await browser.SubmitAsync(await browser.OpenAsync(app.SignOutPage), "/account/sign-out", ("local", "true"));

        Assert.DoesNotContain(tenant.Requests, request => request.Path == "/oidc/session/end");
        Assert.Equal(app.Me, (await browser.OpenAsync(app.Me)).Address.AbsoluteUri);
        Assert.Equal(2, tenant.Requests.Count(request => request.Path == "/oidc/token" && request.Body.Contains("authorization_code", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("CfDJ8forged")]
    public async Task Sign_out_without_a_valid_antiforgery_token_is_refused(string? token)
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var browser = new Browser();
        await app.SignInAsync(browser);
        var form = await browser.OpenAsync(app.SignOutPage);

        var page = await browser.SubmitAsync(form, "/account/sign-out", ("__RequestVerificationToken", token ?? string.Empty));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(app.Me)).Status);
    }

    [Fact]
    public async Task Sign_out_succeeds_while_the_service_does_not_respond()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var browser = new Browser();
        await app.SignInAsync(browser);
        var form = await browser.OpenAsync(app.SignOutPage);
        await tenant.DisposeAsync();

        await browser.SubmitAsync(form, "/account/sign-out", ("local", "true"));

        browser.StopAt(tenant.AppHost);
        Assert.Equal("/oidc/auth", (await browser.OpenAsync(app.Me)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Sign_out_without_a_session_returns_to_the_app()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant);
        using var browser = new Browser();

        var page = await browser.SubmitAsync(await browser.OpenAsync(app.SignOutPage), "/account/sign-out");

        Assert.Equal(app.Address + "/", page.Address.AbsoluteUri);
    }

    /// <summary>One app for all spellings.</summary>
    private static readonly Lazy<Task<(GenAuthTenant Tenant, WebAppHost App)>> SharedApp = new(async () =>
    {
        var tenant = await Tenants.StartAsync();
        return (tenant, await WebAppHost.StartAsync(tenant));
    });
}
