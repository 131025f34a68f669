using GenAuth.MaintainTests.Import.Published;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>Input that is not a published document is refused with its name and the remedy, and nothing is changed.</summary>
public sealed class UnusableInputTests : IDisposable
{
    private const string Operation = """{ "operationId": "SystemController_system", "responses": {} }""";

    private readonly ImportFolder _place = new();

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<!DOCTYPE html><html><body>Log in</body></html>", "HTML")]
    [InlineData("openapi: 3.0.0\npaths: {}\n", "YAML")]
    [InlineData("""{ "swagger": "2.0", "paths": {} }""", "OpenAPI 2")]
    [InlineData("""{ "openapi": "3.1.0", "paths": {} }""", "3.1.0")]
    [InlineData("""{ "openapi": 3, "paths": {} }""", "is OpenAPI 3, which is not supported")]
    [InlineData("[]", "is JSON, but not an object")]
    [InlineData("""{ "openapi": "3.0.0", "paths": {} }""", "has no operations")]
    [InlineData("""{ "openapi": "3.0.0", "openapi": "3.0.0" }""", "is not valid JSON")]
    [InlineData("""{ "openapi": "3.0.0", "paths": { "/nowhere": { "get": """ + Operation + """ } } }""", "the project has none of its operations")]
    public async Task Text_that_is_not_a_published_document_is_refused(string text, string reason) => await RefusedAsync(text, reason);

    [Theory]
    [InlineData("{\n  \"openapi\": \"3.0.0\",\n  \"paths\": {\n    \"/api/v3", "published.json(4,")]
    [InlineData("{\n  \"openapi\": \"3.0.0\",\n  \"paths\": []\n}", "published.json(3,12): paths is not an object")]
    [InlineData("{\n  \"openapi\": \"3.0.0\",\n  \"paths\": { \"/a\": {\n \"get\": { \"parameters\": [ { \"name\": \"a\" } ] } } } }", "published.json(4,")]
    [InlineData("{\n  \"openapi\": \"3.0.0\",\n  \"paths\": {},\n  \"components\": { \"schemas\": {\n    \"A\": { \"$ref\": \"#/components/schemas/B\" } } } }", "'#/components/schemas/B' cannot be resolved")]
    [InlineData("{\n  \"openapi\": \"3.0.0\",\n  \"paths\": {},\n  \"components\": { \"schemas\": {\n    \"A\": { \"type\": \"array\", \"items\": { \"$ref\": \"#/components/schemas/A\" } } } } }", "A refers to itself")]
    [InlineData("{\n  \"openapi\": \"3.0.0\",\n  \"paths\": {},\n  \"components\": { \"schemas\": {\n    \"A\": { \"type\": [\"string\", \"null\"] } } } }", "published.json(5,")]
    public async Task Malformed_document_is_refused_with_its_line(string text, string reason) => await RefusedAsync(text, reason);

    [Fact]
    public async Task Missing_file_is_named() =>
        Check(await Run.CommandAsync("import", _place.PathOf("nothing.json"), "--document", _place.Document), "nothing.json");

    [Fact]
    public async Task Missing_project_document_is_named() =>
        Check(await Run.CommandAsync("import", _place.Write("a.json", PublishedForm.FromFacts().Authentication.ToString()), "--document", _place.PathOf("other.json")), "other.json");

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("[]", "is JSON, but not an object")]
    [InlineData("{\n  \"openapi\": \"3.0.3\",\n  \"paths\": {\n    \"/api/v3", "genauth-v3.json(4,")]
    [InlineData("{\n  \"openapi\": \"3.0.3\",\n  \"paths\": []\n}", "genauth-v3.json(3,12): paths is not an object")]
    public async Task Malformed_project_document_is_refused_with_one_line(string text, string reason)
    {
        var published = _place.Write("published.json", PublishedForm.FromFacts().Authentication.ToString());
        File.WriteAllText(_place.Document, text);

        var run = await Run.CommandAsync("import", published, "--document", _place.Document);

        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\r', '\n').Split('\n'));
        Assert.Equal((2, string.Empty, text), (run.ExitCode, run.Output, _place.Text));
    }

    [Fact]
    public async Task Different_schemas_of_one_name_are_refused_with_both_locations()
    {
        var service = PublishedForm.FromFacts();
        service.Management["components"]!["schemas"]!["UserDto"]!["properties"]!["email"] = JObject.Parse("""{ "type": "boolean" }""");

        var run = await _place.ImportAsync(service);

        Check(run, "the schema UserDto differs from the one in");
        Assert.Contains("email: ", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();

    private async Task RefusedAsync(string text, string reason) => Check(await Run.CommandAsync("import", _place.Write("published.json", text), "--document", _place.Document), reason);

    private void Check(Run run, string reason)
    {
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal(File.ReadAllText(Repository.PathOf("openapi", "genauth-v3.json")), _place.Text);
        Assert.DoesNotContain(".new", string.Join('|', Directory.GetFiles(Path.GetDirectoryName(_place.Document)!)), StringComparison.Ordinal);
    }
}
