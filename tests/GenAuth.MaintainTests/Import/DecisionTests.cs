using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary><c>import --decisions</c> applies the decisions of a report to the document.</summary>
public sealed class DecisionTests : IDisposable
{
    private readonly TinyApi _api = new();

    public DecisionTests()
    {
        var operation = (JObject)_api.PublishedOperation("/api/v3/get-thing").DeepClone();
        operation["operationId"] = "BadgeController_listBadges";
        operation["parameters"] = JArray.Parse("""[ { "name": "luck", "in": "query", "schema": { "type": "number" } }, { "name": "shape", "in": "query", "schema": { "type": "string", "enum": [ "ROUND", "SQUARE" ] } } ]""");
        _api.Published["paths"]!["/api/v3/list-badges"] = new JObject { ["get"] = operation };
        ((JObject)_api.PublishedType("ThingDto")["properties"]!).Remove("size");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Decisions_of_all_kinds_are_applied_in_the_same_or_a_later_import(bool isImportedAlready)
    {
        await _api.ImportAsync(isImportedAlready ? [] : ["--dry-run"]);
        var decisions = _api.Decide(
        [
            .. _api.Questions().Where(question => question.StartsWith("text ", StringComparison.Ordinal)).Select(question => (question, (JToken)$"Words for {question.Replace('_', ' ')}.")),
            ("retry Authentication_listBadges", "read"),
            ("integer Authentication_listBadges?luck", "integer/int32"),
            ("sensitive Authentication_listBadges?luck", "personal"),
            ("sensitive Authentication_listBadges?shape", true),
            ("name components/schemas/ListBadgesShape", "BadgeShape"),
            ("name ListBadgesShape", new JObject { ["ROUND"] = "Circle" }),
            ("tag Badge tag", "Badges"),
            ("removed ThingDto.size", "delete"),
        ]);

        var run = await _api.ImportAsync("--decisions", decisions);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Empty(_api.Questions());
        var operation = _api.Operation("/api/v3/list-badges");
        Assert.Equal("read", (string?)operation["x-retry"]);
        Assert.Equal("Words for text Authentication listBadges summary.", (string?)operation["summary"]);
        Assert.Equal("Badges", (string?)operation["tags"]!.Single());
        Assert.Equal(("int32", "personal"), ((string?)operation["parameters"]![0]!["schema"]!["format"], (string?)operation["parameters"]![0]!["x-sensitive"]));
        Assert.Equal("#/components/schemas/BadgeShape", (string?)operation["parameters"]![1]!["schema"]!["$ref"]);
        Assert.Equal(["Circle", "Square"], _api.Type("BadgeShape")["x-enumNames"]!.Values<string>());
        Assert.Null(_api.Type("ThingDto")["properties"]!["size"]);
        Assert.DoesNotContain("TODO", _api.Root.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_applied_again_change_nothing()
    {
        await _api.ImportAsync();
        var decisions = _api.Decide(
            ("retry Authentication_listBadges", "read"), ("name components/schemas/ListBadgesShape", "BadgeShape"), ("text ListBadgesShape ROUND", "As a circle."), ("tag Badge tag", "Badges"), ("text Badge tag", "Operations on badges."));
        await _api.ImportAsync("--decisions", decisions);
        var once = await File.ReadAllTextAsync(_api.Document);

        var run = await _api.ImportAsync("--decisions", decisions);

        Assert.Equal(string.Empty, run.Error);
        Assert.Contains("0 changes", run.Output, StringComparison.Ordinal);
        Assert.Equal(once, await File.ReadAllTextAsync(_api.Document));
    }

    [Fact]
    public async Task Decision_true_accepts_the_proposal()
    {
        await _api.ImportAsync();

        await _api.ImportAsync("--decisions", _api.Decide(("text Authentication_listBadges summary", true)));

        Assert.Equal("Lists badges.", (string?)_api.Operation("/api/v3/list-badges")["summary"]);
    }

    [Theory]
    [InlineData("retry Authentication_listBadges", "\"sometimes\"", "is not one of: read, idempotent, never")]
    [InlineData("sensitive Authentication_listBadges?luck", "\"hidden\"", "is not one of: secret, personal, none")]
    [InlineData("integer Authentication_listBadges?luck", "\"int\"", "is not one of: integer/int32, integer/int64, number/double")]
    [InlineData("text Authentication_listBadges summary", "7", "is not a text")]
    [InlineData("text Authentication_listBadges summary", "\"TODO: later.\"", "is still a draft")]
    [InlineData("name components/schemas/ListBadgesShape", "\"ThingDto\"", "is not an unused type name in PascalCase")]
    [InlineData("name components/schemas/ListBadgesShape", "\"badge shape\"", "is not an unused type name in PascalCase")]
    [InlineData("name ListBadgesShape", "{ \"OVAL\": \"Oval\" }", "gives 'OVAL', which has to be a value of ListBadgesShape")]
    [InlineData("removed ThingDto.size", "\"perhaps\"", "is not one of: delete, keep")]
    public async Task Invalid_decision_is_refused_with_its_line_and_changes_nothing(string question, string decision, string reason)
    {
        await _api.ImportAsync();
        var before = await File.ReadAllTextAsync(_api.Document);

        var run = await _api.ImportAsync("--decisions", _api.Decide((question, JToken.Parse(decision))));

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Matches(@"decisions\.json\(\d+,\d+\): the decision ", run.Error);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(_api.Document));
    }

    [Theory]
    [InlineData("{", ": is not valid JSON")]
    [InlineData("[]", ": is not a JSON object")]
    [InlineData("{}", ": has no list 'undecided'")]
    [InlineData("""{ "undecided": [ { "kind": "mood", "place": "ThingDto", "decision": "good" } ] }""", "unknown kind 'mood'")]
    [InlineData("""{ "undecided": [ { "kind": "text", "place": "NothingDto", "decision": "Good." } ] }""", "the document has no place NothingDto")]
    public async Task Decision_file_that_is_not_a_report_is_refused(string text, string reason)
    {
        await File.WriteAllTextAsync(_api.PathOf("decisions.json"), text);

        var run = await _api.ImportAsync("--decisions", _api.PathOf("decisions.json"));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(_api.PathOf("decisions.json"), run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    public void Dispose() => _api.Dispose();
}
