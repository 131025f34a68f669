using GenAuth.MaintainTests.Import.Published;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>The result of importing <c>documents/badges.json</c> twice.</summary>
public sealed class ImportedBadges : IAsyncLifetime
{
    internal Run Run { get; private set; } = null!;

    internal Run Again { get; private set; } = null!;

    internal JObject Report { get; private set; } = null!;

    internal IReadOnlyList<string> TextsToWriteAgain { get; private set; } = null!;

    internal string Text { get; private set; } = null!;

    internal JObject Root => JObject.Parse(Text);

    public async Task InitializeAsync()
    {
        using var place = new ImportFolder();
        var service = PublishedForm.FromFacts();
        var added = JObject.Parse(await File.ReadAllTextAsync(Repository.PathOf("tests", "GenAuth.MaintainTests", "Import", "documents", "badges.json")));
        ((JObject)service.Management["paths"]!).Merge(added["paths"]);
        ((JObject)service.Management["components"]!["schemas"]!).Merge(added["components"]!["schemas"]);
        var report = place.PathOf("report.json");

        Run = await place.ImportAsync(service, "--report", report);
        (Text, Report) = (place.Text, JObject.Parse(await File.ReadAllTextAsync(report)));
        Again = await place.ImportAsync(service, "--report", report);
        TextsToWriteAgain = [.. JObject.Parse(await File.ReadAllTextAsync(report))["undecided"]!.Where(item => (string?)item["kind"] == "text").Select(item => (string)item["proposal"]!)];
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
