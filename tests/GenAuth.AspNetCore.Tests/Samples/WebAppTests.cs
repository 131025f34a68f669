using System.Text.RegularExpressions;
using GenAuth.Testing;

namespace GenAuth.AspNetCore.Tests.Samples;

/// <summary>samples/WebApp in Chromium.</summary>
[Collection(SharesChromium.Name)]
[Trait("Category", "Browser")]
public sealed partial class WebAppTests(ChromiumBrowser chromium)
{
    [BrowserFact]
    public async Task Sample_without_settings_prints_an_address_and_a_user_who_can_sign_in()
    {
        await using var app = await SampleProcess.StartAsync("WebApp", "Open ");
        await using var context = await chromium.OpenAsync();
        var page = await context.NewPageAsync();

        await page.OpenAsync(app, "/Profile");
        var printed = Credentials().Match(app.Output);
        await page.EnterAsync(printed.Groups["account"].Value, printed.Groups["password"].Value);

        Assert.Equal("Ada Lovelace", await page.GetHeadingAsync());
    }

    [BrowserFact]
    public async Task Whole_journey_from_the_start_page_to_the_sign_out_works()
    {
        await using var sample = await SampleTenant.StartAsync();
        await using var context = await chromium.OpenAsync();
        var page = await context.NewPageAsync();

        await page.OpenAsync(sample.App, "/");
        await page.AssertAccessibleAsync();
        await page.TakeScreenshotAsync("1-start");
        await page.ClickAsync("header a.button");
        await page.AssertAccessibleAsync();
        await page.TakeScreenshotAsync("2-sign-in");
        await page.EnterAsync("ada");

        Assert.Equal("Ada Lovelace", await page.GetHeadingAsync());
        Assert.Contains("ada@example.com", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Access token valid until", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.AssertAccessibleAsync();
        await page.TakeScreenshotAsync("3-profile");

        await page.ClickAsync("nav >> text=Report");
        Assert.Equal("Report", await page.GetHeadingAsync());
        await page.TakeScreenshotAsync("4-report");
        await page.ClickAsync("nav >> text=Users");
        Assert.Equal(2, await page.Locator("tbody tr").CountAsync());
        await page.AssertAccessibleAsync();
        await page.TakeScreenshotAsync("5-users");

        await page.ClickAsync("text=Sign out");
        await page.WaitUntilSignedOutAsync();
        Assert.Equal(sample.App.Address + "/", page.Url);
        // The session at the service has ended too.
        await page.OpenAsync(sample.App, "/Profile");
        Assert.Equal("Sign in", await page.GetHeadingAsync());
    }

    [BrowserFact]
    public async Task Page_behind_a_permission_or_a_role_is_refused_to_another_user_and_opens_when_it_is_granted()
    {
        // Decisions are not cached, so that the test does not have to wait.
        await using var sample = await SampleTenant.StartAsync(configure: null, ("GenAuth:Permissions:CacheDuration", "00:00:00"));
        await using var context = await chromium.OpenAsync();
        var page = await context.NewPageAsync();
        await page.OpenAsync(sample.App, "/Report");
        await page.EnterAsync("charles");

        Assert.Equal("You may not see this page", await page.GetHeadingAsync());
        await page.AssertAccessibleAsync();
        await page.TakeScreenshotAsync("6-refused");
        Assert.Equal(403, (await page.OpenAsync(sample.App, "/Users"))!.Status);
        Assert.Equal(0, await page.Locator("nav >> text=Users").CountAsync());

        sample.Tenant.GrantPermission(SampleTenant.Charles, "sample", "report", "read");
        Assert.Equal(200, (await page.OpenAsync(sample.App, "/Report"))!.Status);
        Assert.Equal("Report", await page.GetHeadingAsync());
    }

    [BrowserFact]
    public async Task Orders_of_the_other_api_are_read_with_the_token_of_the_user_and_changed_by_the_worker()
    {
        await using var idle = await SampleTenant.StartAsync();
        await using var api = await SampleProcess.StartAsync(
            "WebApi",
            "The API runs at ",
            ("GenAuth:AppHost", idle.Tenant.AppHost), ("GenAuth:AppId", idle.Tenant.AppId), ("GenAuth:SigningAlgorithm", "RS256"),
            ("Worker:AccountId", idle.Worker.Id), ("Worker:AccountSecret", idle.Worker.Secret));
        await using var context = await chromium.OpenAsync();
        var page = await context.NewPageAsync();
        await page.OpenAsync(idle.App, "/Orders");
        await page.EnterAsync("charles");
        Assert.Contains("The API does not run.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.TakeScreenshotAsync("7-orders-without-api");

        await using var app = await SampleProcess.StartAsync(
            "WebApp",
            "Open ",
            ("Api:Address", api.Address),
            ("GenAuth:AppHost", idle.Tenant.AppHost), ("GenAuth:AppId", idle.Tenant.AppId), ("GenAuth:AppSecret", idle.Tenant.AppSecret),
            ("GenAuth:Management:Host", idle.Tenant.AppHost), ("GenAuth:Management:AccessKeyId", "unused"), ("GenAuth:Management:AccessKeySecret", "unused"));
        // The session at the service is still there.
        await page.OpenAsync(app, "/Orders");

        Assert.Equal(["0 water", "2 coffee"], (await page.Locator("tbody tr").AllInnerTextsAsync()).Select(row => row.Replace('\t', ' ')));
        await page.AssertAccessibleAsync();
        await page.TakeScreenshotAsync("8-orders");
    }

    [BrowserFact]
    public async Task Wrong_password_is_reported_and_the_next_attempt_succeeds()
    {
        await using var sample = await SampleTenant.StartAsync();
        await using var context = await chromium.OpenAsync();
        var page = await context.NewPageAsync();
        await page.OpenAsync(sample.App, "/Profile");

        await page.EnterAsync("ada", "wrong");

        Assert.NotEmpty(await page.Locator("[role=alert]").InnerTextAsync());
        Assert.Equal("ada", await page.InputValueAsync("#account"));
        Assert.Empty(await page.InputValueAsync("#password"));
        await page.AssertAccessibleAsync();
        await page.TakeScreenshotAsync("9-wrong-password");
        await page.EnterAsync("ada");
        Assert.Equal("Ada Lovelace", await page.GetHeadingAsync());
    }

    [BrowserFact]
    public async Task Refused_consent_leads_back_to_the_app_which_offers_another_attempt()
    {
        await using var sample = await SampleTenant.StartAsync(options => options.SkipConsent = false);
        await using var context = await chromium.OpenAsync();
        var page = await context.NewPageAsync();
        await page.OpenAsync(sample.App, "/Profile");
        await page.EnterAsync("ada");
        await page.AssertAccessibleAsync();
        await page.TakeScreenshotAsync("10-consent");

        await page.ClickAsync("#deny");

        Assert.Equal("You did not sign in", await page.GetHeadingAsync());
        await page.AssertAccessibleAsync();
        await page.TakeScreenshotAsync("11-refused-consent");
        await page.ClickAsync("main a.button");
        await page.ClickAsync("#allow");
        await page.OpenAsync(sample.App, "/Profile");
        Assert.Equal("Ada Lovelace", await page.GetHeadingAsync());
    }

    [BrowserFact]
    public async Task Expired_session_asks_for_a_sign_in_and_returns_to_the_page()
    {
        await using var sample = await SampleTenant.StartAsync(options => options.AccessTokenLifetime = TimeSpan.FromSeconds(1));
        await using var context = await chromium.OpenAsync();
        var page = await context.NewPageAsync();
        await page.OpenAsync(sample.App, "/Profile");
        await page.EnterAsync("ada");
        Assert.Equal("Ada Lovelace", await page.GetHeadingAsync());
        await context.ClearCookiesAsync(new() { NameRegex = TenantSession() });
        sample.Tenant.FailNext(new GenAuthTenantOAuthFailure("/oidc/token", "invalid_grant"));

        // The session ends when the token is renewed, which is due within a second.
        for (var visits = 0; visits < 1_000 && await page.GetHeadingAsync() == "Ada Lovelace"; visits++)
        {
            await page.OpenAsync(sample.App, "/Profile");
        }

        Assert.Equal("Sign in", await page.GetHeadingAsync());
        await page.EnterAsync("ada");
        Assert.Equal(sample.App.Address + "/Profile", page.Url);
        Assert.Equal("Ada Lovelace", await page.GetHeadingAsync());
    }

    [BrowserFact]
    public async Task Two_tabs_that_sign_in_at_once_are_both_signed_in()
    {
        await using var sample = await SampleTenant.StartAsync();
        await using var context = await chromium.OpenAsync();
        var first = await context.NewPageAsync();
        var second = await context.NewPageAsync();
        await Task.WhenAll(first.OpenAsync(sample.App, "/Profile"), second.OpenAsync(sample.App, "/Report"));

        await second.EnterAsync("ada");
        await first.EnterAsync("ada");

        Assert.Equal("Ada Lovelace", await first.GetHeadingAsync());
        await second.ReloadAsync();
        Assert.Equal("Report", await second.GetHeadingAsync());
    }

    [BrowserFact]
    public async Task Back_button_after_the_sign_out_shows_nothing_of_the_user()
    {
        await using var sample = await SampleTenant.StartAsync();
        await using var context = await chromium.OpenAsync();
        var page = await context.NewPageAsync();
        await page.OpenAsync(sample.App, "/Profile");
        await page.EnterAsync("ada");
        Assert.Equal("Ada Lovelace", await page.GetHeadingAsync());
        await page.ClickAsync("text=Sign out");
        await page.WaitUntilSignedOutAsync();

        await page.GoBackAsync();

        Assert.DoesNotContain("ada", await page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [BrowserFact]
    public async Task Pages_fit_into_the_window_of_a_phone()
    {
        await using var sample = await SampleTenant.StartAsync();
        await using var context = await chromium.OpenAsync(width: 390, height: 844);
        var page = await context.NewPageAsync();
        await page.OpenAsync(sample.App, "/Profile");
        await page.AssertAccessibleAsync();
        await page.TakeScreenshotAsync("12-phone-sign-in");
        await page.EnterAsync("ada");

        foreach (var path in new[] { "/", "/Profile", "/Users", "/Report", "/Orders", "/Nowhere" })
        {
            await page.OpenAsync(sample.App, path);
            await page.AssertAccessibleAsync();
            await page.TakeScreenshotAsync("13-phone-" + (path == "/" ? "start" : path[1..].ToLowerInvariant()));
        }
    }

    [BrowserFact]
    public async Task Sign_in_and_sign_out_work_with_the_keyboard_alone()
    {
        await using var sample = await SampleTenant.StartAsync();
        await using var context = await chromium.OpenAsync();
        var page = await context.NewPageAsync();
        await page.OpenAsync(sample.App, "/Profile");

        // The first field has the focus.
        await page.Keyboard.TypeAsync("ada");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(SampleTenant.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("header button").FocusAsync();
        Assert.Equal("Ada Lovelace", await page.GetHeadingAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitUntilSignedOutAsync();
    }

    [GeneratedRegex("Sign in as (?<account>[a-z]+) .*password (?<password>\\S+)")]
    private static partial Regex Credentials();

    [GeneratedRegex("^genauth_session_")]
    private static partial Regex TenantSession();
}
