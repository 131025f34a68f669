using GenAuth.Tests.Support;
using Microsoft.Playwright;

namespace GenAuth.AspNetCore.Tests.Samples;

/// <summary>What a user does in the sample, and what the tests read from a page.</summary>
internal static class BrowserSteps
{
    public static Task<IResponse?> OpenAsync(this IPage page, SampleProcess app, string path) => page.GotoAsync(app.Address + path);

    /// <summary>Fills in the sign-in form of the provider.</summary>
    public static async Task EnterAsync(this IPage page, string account, string password = SampleTenant.Password)
    {
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", password);
        await page.ClickAsync("#sign-in");
    }

    /// <summary>Waits for the page on which the user can sign in again.</summary>
    public static Task WaitUntilSignedOutAsync(this IPage page) => page.Locator("header a.button").WaitForAsync();

    public static Task<string> GetHeadingAsync(this IPage page) => page.Locator("h1").InnerTextAsync();

    /// <summary>Writes the screenshot of a page to artifacts/screenshots, for people to look at.</summary>
    public static Task TakeScreenshotAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", name + ".png"), FullPage = true });

    /// <summary>Asserts that a page can be used with a screen reader, and is not wider than the window.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(1, await page.Locator("main").CountAsync());
        Assert.NotEmpty(await page.TitleAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('input:not([type=hidden])')].filter(input => input.labels.length === 0).length"));
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('a, button')].filter(item => item.innerText.trim() === '').length"));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
    }
}
