using Microsoft.Playwright;

namespace GenAuth.AspNetCore.Tests.Samples;

/// <summary>One Chromium for all tests of the samples. Each test has its own context, like a private window.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    // Longer than the default of 30 seconds, because the machine that runs the tests may be busy.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Chromium is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            // Chromium refuses to run as root with its sandbox; the pages are those of this repository.
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? default);
        _playwright?.Dispose();
    }

    internal async Task<IBrowserContext> OpenAsync(int width = 1000, int height = 800)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        context.SetDefaultTimeout((float)Limit.TotalMilliseconds);
        return context;
    }
}

[CollectionDefinition(Name)]
public sealed class SharesChromium : ICollectionFixture<ChromiumBrowser>
{
    public const string Name = "Chromium";
}
