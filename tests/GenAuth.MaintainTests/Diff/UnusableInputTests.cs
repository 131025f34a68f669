using GenAuth.MaintainTests.Support;

namespace GenAuth.MaintainTests.Diff;

/// <summary>Unusable input ends with code 2 and a message that names the file and the remedy; nothing is written.</summary>
public sealed class UnusableInputTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("", ": is empty.")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": {", ": is not valid JSON")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { } } }", ": is not valid JSON")]
    [InlineData("<html></html>", ": is HTML or XML")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"openapi\": \"3.0.3\" }", ": is not valid JSON")]
    [InlineData("[]", ": is JSON, but not an object.")]
    [InlineData("{ \"swagger\": \"2.0\", \"paths\": { } }", ": is OpenAPI 2 (Swagger), which is not supported. Convert it to OpenAPI 3.0")]
    [InlineData("{ \"openapi\": \"3.1.0\", \"paths\": { } }", ": is OpenAPI 3.1.0, which is not supported. Convert it to OpenAPI 3.0.")]
    [InlineData("{ \"paths\": { } }", ": has no member 'openapi'.")]
    [InlineData("{ \"openapi\": \"3.0.3\" }", ": paths is not an object.")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { }, \"components\": { \"schemas\": { \"A\": 1 } } }", ": components.schemas.A is not a schema.")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { \"/\": { \"get\": { \"parameters\": [ { \"name\": \"a\", \"in\": \"query\", \"required\": \"perhaps\" } ] } } } }", ".get.parameters[0].required is not true or false.")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { }, \"components\": [] }", ": components is not an object.")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { \"/\": { \"get\": { \"responses\": { \"200\": { \"content\": true } } } } } }", ".get.responses.200.content is not an object.")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { \"/\": { \"get\": { \"deprecated\": {} } } } }", ".get.deprecated is not true or false.")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { }, \"components\": { \"schemas\": { \"A\": { \"type\": \"string\", \"enum\": [ \"a\", \"b\", \"a\" ] } } } }", ": components.schemas.A.enum[2] repeats the value \"a\". Delete one of the two")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { }, \"components\": { \"schemas\": { \"A\": { \"allOf\": [ { \"$ref\": \"#/components/schemas/B\" } ] }, \"B\": { \"allOf\": [ { \"$ref\": \"#/components/schemas/A\" } ] } } } }", ": the schema A refers to itself without being an object.")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { }, \"components\": { \"schemas\": { \"A\": { \"allOf\": [ { \"$ref\": \"#/components/schemas/A\" }, { \"properties\": {} } ] } } } }", ": the schema A refers to itself without being an object.")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { }, \"components\": { \"schemas\": { \"A\": { \"$ref\": \"#/components/schemas/C\" } } } }", "'#/components/schemas/C' cannot be resolved.")]
    public async Task Diff_of_an_unusable_document_names_the_file_the_place_and_the_remedy_on_one_line(string text, string reason)
    {
        var file = _files.Write("new.json", text);

        var run = await Run.CommandAsync("diff", _files.Write("old.json", Api.Text), file, "--no-names", "--changelog", "--output", _files["report.txt"], "--project", _files.WriteProject());

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(file, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_files["report.txt"]) || File.Exists(_files["CHANGELOG.md"]));
    }

    [Fact]
    public async Task Diff_without_names_compares_a_property_that_is_called_ref()
    {
        var old = Api.Document();
        var current = Api.Document();
        current.Schema("UserDto")["properties"]!["$ref"] = new Newtonsoft.Json.Linq.JObject { ["type"] = "string" };

        var run = await Run.CommandAsync("diff", _files.Write("old.json", old.ToString()), _files.Write("new.json", current.ToString()), "--no-names", "--project", _files.WriteProject());

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("<UserDto.$ref>", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.json", "nowhere.json: there is no such file. Name a document")]
    [InlineData("HEAD:nowhere.json", "git does not know it as a revision")]
    public async Task Diff_of_a_missing_document_names_it(string label, string reason)
    {
        var run = await Run.CommandAsync("diff", label, _files.Write("new.json", Api.Text), "--no-names", "--project", _files.WriteProject());

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--project", "does not hold generator/GenAuth.Generator.csproj")]
    [InlineData("--old-names", "there is no such file. Name a names.lock")]
    [InlineData("--new-names", "there is no such file. Name a names.lock")]
    public async Task Diff_option_with_a_missing_file_names_it(string option, string reason)
    {
        var run = await Run.CommandAsync("diff", _files.Write("old.json", Api.Text), _files.Write("new.json", Api.Text), option, _files["nowhere"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_does_not_change_the_changelog_when_the_report_cannot_be_written()
    {
        var file = Path.Combine(_files["nowhere"], "report.txt");

        var run = await Run.CommandAsync("diff", _files.Write("old.json", Api.Text), _files.Write("new.json", Api.Text), "--no-names", "--changelog", "--output", file, "--project", _files.WriteProject());

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{file}: the file cannot be written", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_files["CHANGELOG.md"]));
    }

    [Fact]
    public async Task Diff_of_a_document_that_the_build_step_refuses_reports_its_error()
    {
        var current = Api.Document();
        current.Schema("UserDto")["properties"]!["Age"] = new Newtonsoft.Json.Linq.JObject { ["type"] = "string" };

        var run = await Run.CommandAsync("diff", _files.Write("old.json", Api.Text), _files.Write("new.json", current.ToString()), "--old-names", _files.Write("names.lock", "# Names\n"), "--project", _files.WriteProject());

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("new.json(", run.Error, StringComparison.Ordinal);
        Assert.Contains("the build step cannot generate a client from it: error GENAUTH020: The C# name of the member 'Age' of 'UserDto' would be 'Age'", run.Error, StringComparison.Ordinal);
    }
}
