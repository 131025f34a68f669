namespace GenAuth.AspNetCore.Tests.Samples;

/// <summary>A test in Chromium, which is skipped where the system has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];

    public BrowserFactAttribute()
    {
        if (Chromium is null)
        {
            Skip = "The test needs Chromium: apt-get install chromium.";
        }
    }

    /// <summary>The path of the system's Chromium, or <see langword="null"/>.</summary>
    public static string? Chromium { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .SelectMany(folder => Names, Path.Combine).FirstOrDefault(File.Exists);
}
