using System.Net;
using GenAuth.Models;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.OpenIdConnect.Tests.Tenant;

public sealed class SignInPageTests
{
    [Theory]
    [InlineData("ada")]
    [InlineData("  ada ")]
    [InlineData("ada@EXAMPLE.com")]
    [InlineData("13800000000")]
    public async Task User_signs_in_with_any_of_the_accounts(string account)
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);

        var callback = await browser.SignInAsync(await browser.OpenAsync(new RawClient(tenant).AuthorizationUri()), account, Tenants.Password);

        Assert.NotNull(callback["code"]);
        Assert.Equal("state-1", callback["state"]);
    }

    [Theory]
    [InlineData("ada", "wrong")]
    [InlineData("ada", "")]
    [InlineData("unknown", Tenants.Password)]
    [InlineData("", Tenants.Password)]
    [InlineData("no-password", "")]
    [InlineData("<b>\"&", "x")]
    public async Task Wrong_account_or_password_shows_the_page_again(string account, string password)
    {
        await using var tenant = await Tenants.StartAsync();
        tenant.AddUser(new UserDto { UserId = "user-2", Username = "no-password" });
        using var browser = new Browser().StopAt(RawClient.Callback);

        var page = await browser.SignInAsync(await browser.OpenAsync(new RawClient(tenant).AuthorizationUri()), account, password);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("role=\"alert\"", page.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{WebUtility.HtmlEncode(account).Replace("&#39;", "&#x27;", StringComparison.Ordinal)}\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Tenants.Password, page.Text, StringComparison.Ordinal);
        Assert.NotNull((await browser.SignInAsync(page, "ada", Tenants.Password))["code"]);
    }

    [Theory]
    [InlineData("Suspended")]
    [InlineData("Deactivated")]
    [InlineData("Archived")]
    public async Task Locked_user_is_told_so_after_the_right_password_only(string status)
    {
        await using var tenant = await Tenants.StartAsync();
        tenant.AddUser(new UserDto { UserId = "user-2", Username = "grace", Status = new UserStatus(status) }, "secret");
        using var browser = new Browser().StopAt(RawClient.Callback);
        var page = await browser.OpenAsync(new RawClient(tenant).AuthorizationUri());

        Assert.Contains("The account or the password is wrong.", (await browser.SignInAsync(page, "grace", "wrong")).Text, StringComparison.Ordinal);
        Assert.Contains("This account is locked", (await browser.SignInAsync(page, "grace", "secret")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_needs_no_script_and_cannot_be_framed_or_cached()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser();

        var page = await browser.OpenAsync(new RawClient(tenant).AuthorizationUri(("login_hint", "\"><script>")));

        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Cancel_returns_access_denied()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);

        var callback = await browser.SubmitAsync(await browser.OpenAsync(new RawClient(tenant).AuthorizationUri()), "/abort");

        Assert.Equal(("access_denied", "state-1"), (callback["error"], callback["state"]));
    }

    [Fact]
    public async Task Second_application_needs_no_second_sign_in()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);
        var client = new RawClient(tenant);
        await browser.SignInAsync(await browser.OpenAsync(client.AuthorizationUri()), "ada", Tenants.Password);

        Assert.NotNull((await browser.OpenAsync(client.AuthorizationUri()))["code"]);
        Assert.NotNull((await browser.OpenAsync(client.AuthorizationUri(("prompt", "none"))))["code"]);
    }

    [Fact]
    public async Task Prompt_login_asks_for_the_password_of_a_signed_in_user()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);
        var uri = new RawClient(tenant).AuthorizationUri(("prompt", "login"));
        await browser.SignInAsync(await browser.OpenAsync(uri), "ada", Tenants.Password);

        var page = await browser.OpenAsync(uri);

        Assert.Contains("type=\"password\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Continue as", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await browser.SignInAsync(page, "ada", Tenants.Password))["code"]);
    }

    [Fact]
    public async Task Prompt_select_account_offers_the_signed_in_user()
    {
        await using var tenant = await Tenants.StartAsync();
        tenant.AddUser(new UserDto { UserId = "user-2", Username = "grace" }, "secret");
        using var browser = new Browser().StopAt(RawClient.Callback);
        var client = new RawClient(tenant);
        var uri = client.AuthorizationUri(("prompt", "select_account"));
        await browser.SignInAsync(await browser.OpenAsync(uri), "ada", Tenants.Password);

        var page = await browser.OpenAsync(uri);
        Assert.Contains("Continue as Ada &lt;Lovelace&gt;", page.Text, StringComparison.Ordinal);
        var other = await browser.SignInAsync(await browser.OpenAsync(uri), "grace", "secret");

        Assert.Equal("user-2", (string?)RawClient.ClaimsOf((await client.ExchangeAsync(other["code"]!))["id_token"])["sub"]);
    }

    [Fact]
    public async Task Continue_button_goes_on_with_the_signed_in_user()
    {
        await using var tenant = await Tenants.StartAsync();
        var uri = new RawClient(tenant).AuthorizationUri(("prompt", "select_account"));

        using var callback = await tenant.SignInAsync(new Uri(uri), Tenants.Ada());

        Assert.Contains("code", RawClient.ParametersOf(callback.RequestUri!));
    }

    [Fact]
    public async Task Max_age_asks_for_the_password_when_the_sign_in_is_older()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var tenant = await Tenants.StartAsync(options => options.TimeProvider = clock);
        using var browser = new Browser().StopAt(RawClient.Callback);
        var client = new RawClient(tenant);
        var uri = client.AuthorizationUri(("max_age", "60"));
        var signedIn = clock.GetUtcNow().ToUnixTimeSeconds();
        await browser.SignInAsync(await browser.OpenAsync(uri), "ada", Tenants.Password);

        clock.Advance(TimeSpan.FromSeconds(60));
        var inTime = await browser.OpenAsync(uri);
        clock.Advance(TimeSpan.FromSeconds(1));
        var tooLate = await browser.OpenAsync(uri);
        var silently = await browser.OpenAsync(client.AuthorizationUri(("max_age", "60"), ("prompt", "none")));

        Assert.Equal(signedIn, (long?)RawClient.ClaimsOf((await client.ExchangeAsync(inTime["code"]!))["id_token"])["auth_time"]);
        Assert.Contains("type=\"password\"", tooLate.Text, StringComparison.Ordinal);
        Assert.Equal("login_required", silently["error"]);
    }

    [Fact]
    public async Task Consent_is_asked_once_and_again_when_the_application_says_so()
    {
        await using var tenant = await Tenants.StartAsync(options => options.SkipConsent = false);
        using var browser = new Browser().StopAt(RawClient.Callback);
        var client = new RawClient(tenant);

        var consent = await browser.SignInAsync(await browser.OpenAsync(client.AuthorizationUri()), "ada", Tenants.Password);
        Assert.Contains("Allow access?", consent.Text, StringComparison.Ordinal);
        Assert.NotNull((await browser.SubmitAsync(consent, "/confirm"))["code"]);
        Assert.NotNull((await browser.OpenAsync(client.AuthorizationUri()))["code"]);
        Assert.Contains("Allow access?", (await browser.OpenAsync(client.AuthorizationUri(("prompt", "consent")))).Text, StringComparison.Ordinal);
        Assert.Contains("Allow access?", (await browser.OpenAsync(client.AuthorizationUri(("scope", "openid email")))).Text, StringComparison.Ordinal);
        Assert.Equal("consent_required", (await browser.OpenAsync(client.AuthorizationUri(("scope", "openid email"), ("prompt", "none"))))["error"]);
    }

    [Fact]
    public async Task Refused_consent_is_access_denied()
    {
        await using var tenant = await Tenants.StartAsync(options => options.SkipConsent = false);
        using var browser = new Browser().StopAt(RawClient.Callback);

        var consent = await browser.SignInAsync(await browser.OpenAsync(new RawClient(tenant).AuthorizationUri()), "ada", Tenants.Password);

        Assert.Equal("access_denied", (await browser.SubmitAsync(consent, "/abort"))["error"]);
    }

    [Fact]
    public async Task Two_tabs_sign_in_at_the_same_time()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);
        var client = new RawClient(tenant);

        var first = await browser.OpenAsync(client.AuthorizationUri(("state", "first")));
        var second = await browser.OpenAsync(client.AuthorizationUri(("state", "second")));

        Assert.Equal("first", (await browser.SignInAsync(first, "ada", Tenants.Password))["state"]);
        Assert.Equal("second", (await browser.SignInAsync(second, "ada", Tenants.Password))["state"]);
    }

    [Fact]
    public async Task Page_of_another_browser_does_not_sign_in()
    {
        await using var tenant = await Tenants.StartAsync();
        using var attacker = new Browser();
        using var victim = new Browser();

        var page = await attacker.OpenAsync(new RawClient(tenant).AuthorizationUri());
        var response = await victim.SignInAsync(page, "ada", Tenants.Password);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Contains("another browser", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finished_page_cannot_be_used_again()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);
        var page = await browser.OpenAsync(new RawClient(tenant).AuthorizationUri());
        await browser.SignInAsync(page, "ada", Tenants.Password);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync(page, "ada", Tenants.Password)).Status);
    }

    [Fact]
    public async Task Sign_in_replaces_the_session_of_the_browser()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);
        var uri = new RawClient(tenant).AuthorizationUri(("prompt", "login"));
        var before = await SessionAsync();

        Assert.NotEqual(before, await SessionAsync());
        Assert.Contains("HttpOnly; SameSite=Lax", before, StringComparison.Ordinal);

        async Task<string> SessionAsync()
        {
            var page = await browser.OpenAsync(uri);
            await browser.SignInAsync(page, "ada", Tenants.Password);
            return browser.SetCookies.Last(cookie => cookie.StartsWith("genauth_session_", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Tenant_whose_users_have_no_passwords_says_how_to_add_one()
    {
        await using var tenant = await GenAuthTenant.StartAsync(new() { RedirectUris = { RawClient.Callback } });
        using var browser = new Browser();

        Assert.Contains("tenant.AddUser(user, password)", (await browser.OpenAsync(new RawClient(tenant).AuthorizationUri())).Text, StringComparison.Ordinal);
    }
}
