using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Lint;

public sealed class LintCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-lint-");

    private string Document => Path.Combine(_folder.FullName, "api.json");

    private string Exceptions => Path.Combine(_folder.FullName, "lint-exceptions.txt");

    [Fact]
    public async Task Lint_of_a_valid_document_exits_with_0()
    {
        await File.WriteAllTextAsync(Document, CleanDocument.Text);

        var run = await Run.CommandAsync("lint", Document);

        Assert.Equal((0, "0 findings.", string.Empty), (run.ExitCode, run.Output.Trim(), run.Error));
    }

    [Fact]
    public async Task Lint_finding_has_the_format_of_a_build_error()
    {
        var line = await SpoilAsync();

        var run = await Run.CommandAsync("lint", Document);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{Document}({line},", run.Output, StringComparison.Ordinal);
        Assert.Contains("): error GENAUTH111: ScrollDto.size: The size of the integer is missing", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 finding.", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_reports_a_text_of_several_lines_on_one_line_and_cuts_it()
    {
        await File.WriteAllTextAsync(Document, CleanDocument.With("What it is called.", $"What it is called\\nand\\u2028{string.Concat(Enumerable.Repeat("more of it ", 50))}"));

        var run = await Run.CommandAsync("lint", Document);

        var lines = run.Output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.Contains("GENAUTH152: ThingDto.name: The text is not a complete sentence: What it is called and more of it", lines[0], StringComparison.Ordinal);
        Assert.InRange(lines[0].Length, 0, 400);
        Assert.DoesNotContain('\u2028', lines[0]);
    }

    [Fact]
    public async Task Lint_with_format_json_writes_findings_as_JSON()
    {
        var line = await SpoilAsync();

        var run = await Run.CommandAsync("lint", Document, "--format", "json");

        var finding = Assert.Single(JArray.Parse(run.Output));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(("GENAUTH111", Document, line, "ScrollDto.size"), ((string?)finding["code"], (string?)finding["file"], (int)finding["line"]!, (string?)finding["place"]));
    }

    [Fact]
    public async Task Lint_exceptions_are_read_beside_the_document_or_from_the_option()
    {
        await SpoilAsync();
        await File.WriteAllTextAsync(Exceptions, "GENAUTH111 size: unknown how large\n");
        var other = Path.Combine(_folder.FullName, "other.txt");
        await File.WriteAllTextAsync(other, "\nGENAUTH111 length: unknown how long\n");

        var beside = await Run.CommandAsync("lint", Document);
        var elsewhere = await Run.CommandAsync("lint", Document, "--exceptions", other);

        Assert.Equal(0, beside.ExitCode);
        Assert.Equal(1, elsewhere.ExitCode);
        Assert.Contains($"{other}(2,1): error GENAUTH100: ", elsewhere.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, ": cannot be read: ")]
    [InlineData("{ \"openapi\" }", "(1,12): is not valid JSON: ")]
    [InlineData("[]", ": is JSON, but not an object. ")]
    [InlineData("{ \"swagger\": \"2.0\", \"paths\": {} }", ": is OpenAPI 2 (Swagger), which is not supported. Convert it to OpenAPI 3.0")]
    [InlineData("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{}}", ": is OpenAPI 3.1.0, which is not supported. Convert it to OpenAPI 3.0.")]
    [InlineData("{ \"paths\": {} }", ": has no member 'openapi'. ")]
    [InlineData("openapi: 3.0.3\npaths: {}\n", ": is YAML. Convert it to JSON")]
    public async Task Lint_of_a_text_that_is_not_an_OpenAPI_3_0_document_in_JSON_ends_with_one_line_and_code_2(string? text, string reason)
    {
        if (text is not null)
        {
            await File.WriteAllTextAsync(Document, text);
        }

        var run = await Run.CommandAsync("lint", Document);

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith(Document + reason, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Lint_with_an_unknown_format_is_refused()
    {
        var run = await Run.CommandAsync("lint", CleanDocument.File, "--format", "xml");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("xml", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<int> SpoilAsync()
    {
        var text = CleanDocument.With("\"size\": { \"type\": \"integer\", \"format\": \"int32\"", "\"size\": { \"type\": \"integer\"");
        await File.WriteAllTextAsync(Document, text);
        return CleanDocument.LineOf(text, "\"size\": {");
    }
}
