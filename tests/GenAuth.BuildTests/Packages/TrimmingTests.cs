using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GenAuth.BuildTests.Packages;

/// <summary>Programs with the package that are trimmed, or compiled to native code.</summary>
[Trait("Category", "Extended")]
[Collection(PackedFeed.Collection)]
public sealed partial class TrimmingTests(PackedFeed feed) : IAsyncLifetime
{
    public Task InitializeAsync() => feed.PackAllAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string> OddThings => InstalledPackageTests.OddThings;

    [Fact]
    public Task Trimmed_program_with_all_clients_works_and_publishes_without_warnings() => WorksWithoutWarningsAsync("PublishTrimmed");

    [NativeAotFact]
    public Task Native_program_with_all_clients_works_and_publishes_without_warnings() => WorksWithoutWarningsAsync("PublishAot");

    /// <summary>samples/AlipayLogin with the embedded tenant, which is a web server.</summary>
    [Fact]
    public async Task Trimmed_sample_signs_in_and_publishes_without_warnings()
    {
        var (publishing, file) = await feed.PublishAsync("AlipayLogin", "PublishTrimmed");
        var result = (await ChildProcess.RunAsync(new ProcessStartInfo(file))).Succeeded();

        Assert.DoesNotMatch(WarningOfOurs(), publishing.Output);
        Assert.Contains("  Token type    Bearer", result.Output, StringComparison.Ordinal);
        Assert.Contains("  ApiCode       2333 (InvalidCredentials)", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OddThings))]
    public async Task Trimmed_program_reads_and_writes_members_of_every_kind(string json)
    {
        var (_, file) = await feed.PublishAsync("Members", "PublishTrimmed");

        InstalledPackageTests.IsReadAndWritten(json, (await ChildProcess.RunAsync(new ProcessStartInfo(file, [json]))).Succeeded());
    }

    private async Task WorksWithoutWarningsAsync(string property)
    {
        StubService service = null!;
        using var started = service = new StubService(request => SignInResponses.Find(request, service.Host) ?? InstalledPackageTests.Response(request));

        var (publishing, file) = await feed.PublishAsync("HostedApp", property);
        var result = (await ChildProcess.RunAsync(new ProcessStartInfo(file, [service.Host]))).Succeeded();

        Assert.DoesNotMatch(WarningOfOurs(), publishing.Output);
        Assert.Equal(
            [
                "authInfo: app_id=1&sign=a%2Bb", "found: 2",
                "signed in: u1 Ada HS256", "signed in: u1 Ada RS256", "address: /oidc/auth", "ticket: ada", "password: 344",
                "refused: 403 2333 (InvalidCredentials)",
            ],
            InstalledPackageTests.Lines(result));
    }

    /// <summary>A warning of the trimmer or of the native compiler about code of the library or of the program.</summary>
    [GeneratedRegex(@"warning IL\d+:[^\n]*GenAuth|(GenAuth|HostedApp|AlipayLogin)[^\n]*warning IL")]
    private static partial Regex WarningOfOurs();
}
