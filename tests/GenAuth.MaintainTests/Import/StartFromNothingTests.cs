using System.Text.RegularExpressions;
using GenAuth.Maintain.Import;
using GenAuth.MaintainTests.Import.Published;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>The steps of "Starting from nothing" in docs/changing-the-api.md, with its empty document.</summary>
public sealed partial class StartFromNothingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-nothing-");

    private string Document => PathOf("genauth-v3.json");

    [Fact]
    public async Task Import_into_an_empty_document_creates_a_document_without_findings()
    {
        var real = JObject.Parse(await File.ReadAllTextAsync(Repository.PathOf("openapi", "genauth-v3.json")));
        await File.WriteAllTextAsync(Document, Empty(real).ToString());
        var service = PublishedForm.FromFacts();
        string[] import =
        [
            "import", Write("authentication.json", SmallApi.Cut(service.Authentication)), Write("management.json", SmallApi.Cut(service.Management)),
            "--clients", "Authentication", "Management", "--document", Document, "--report", PathOf("report.json"),
        ];

        var first = await Run.CommandAsync(import);
        Assert.Equal((1, string.Empty), (first.ExitCode, first.Error));
        Assert.Equal(Operations(SmallApi.Project), Operations(JObject.Parse(await File.ReadAllTextAsync(Document))));

        // The texts of a maintainer, taken from the real document where it has the same location.
        var report = Decide(JObject.Parse(await File.ReadAllTextAsync(PathOf("report.json"))), real);
        var second = await Run.CommandAsync([.. import, "--decisions", Write("decisions.json", report)]);
        Assert.Equal(string.Empty, second.Error);
        Assert.DoesNotContain("TODO", await File.ReadAllTextAsync(Document), StringComparison.Ordinal);

        // The exceptions are those of the whole API, of which this is a part. The facts have no samples of dates, which a maintainer adds.
        var lint = await Run.CommandAsync("lint", Document, "--exceptions", Repository.PathOf("openapi", "lint-exceptions.txt"), "--format", "json");
        Assert.Empty(JArray.Parse(lint.Output).Where(finding => (string?)finding["code"] is not ("GENAUTH100" or "GENAUTH162")).Select(finding => (string?)finding["message"]));

        var third = await Run.CommandAsync(import);
        Assert.Contains("0 changes", third.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_of_a_new_client_needs_the_option_clients()
    {
        await File.WriteAllTextAsync(Document, """{ "openapi": "3.0.3", "info": { "title": "New", "version": "1" }, "paths": {} }""");

        var run = await Run.CommandAsync("import", Write("authentication.json", SmallApi.Published), "--document", Document);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("name the clients too: --clients Authentication Management", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("names 2 clients for 1 documents", "Authentication", "Management")]
    [InlineData("'a/b' is not the name of a client", "a/b")]
    public async Task Option_clients_that_does_not_match_the_documents_is_refused(string reason, params string[] clients)
    {
        var run = await Run.CommandAsync(["import", Write("authentication.json", SmallApi.Published), "--document", Document, "--clients", .. clients]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, JObject content)
    {
        File.WriteAllText(PathOf(name), content.ToString());
        return PathOf(name);
    }

    /// <summary>The code block of the documentation, with the parts of the real document that it names.</summary>
    private static JObject Empty(JObject real)
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "changing-the-api.md"));
        var root = JObject.Parse(Block().Match(text[text.IndexOf("## Starting from nothing", StringComparison.Ordinal)..]).Groups["json"].Value);
        root["components"]!["securitySchemes"] = real["components"]!["securitySchemes"];
        root["components"]!["schemas"]!["ApiCode"] = real["components"]!["schemas"]!["ApiCode"];
        return root;
    }

    private static List<string> Operations(JObject root) =>
        [.. ((JObject)root["paths"]!).Properties().SelectMany(path => ((JObject)path.Value).Properties(), (path, verb) => $"{verb.Name} {path.Name}").Order(StringComparer.Ordinal)];

    private static JObject Decide(JObject report, JObject real)
    {
        var places = new DocumentPlaces(Project.Read(Repository.PathOf("openapi", "genauth-v3.json")));
        foreach (var (number, item) in report["undecided"]!.Index())
        {
            var place = (string)item["place"]!;
            item["decision"] = (string?)item["kind"] switch
            {
                "text" => (string?)places.Texts.GetValueOrDefault(place) ?? $"A description of number {number}.",
                "retry" => places.Operations[place].Value["x-retry"],
                "paging" => places.Operations[place].Value["x-paging"] ?? "none",
                "sensitive" => places.Values.GetValueOrDefault(place)?["x-sensitive"] ?? "none",
                "integer" => $"{Number(places.Values[place])["type"]}/{Number(places.Values[place])["format"]}",
                _ => null,
            };
        }

        return report;
    }

    private static JToken Number(JObject value) => value["schema"] ?? value;

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
