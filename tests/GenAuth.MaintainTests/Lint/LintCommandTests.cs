using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Lint;

public sealed class LintCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-lint-");

    private string Document => Path.Combine(_folder.FullName, "api.json");

    private string Exceptions => Path.Combine(_folder.FullName, "lint-exceptions.txt");

    [Fact]
    public async Task A_clean_document_ends_with_zero()
    {
        await File.WriteAllTextAsync(Document, CleanDocument.Text);

        var run = await Run.OfAsync("lint", Document);

        Assert.Equal((0, "0 findings.", string.Empty), (run.ExitCode, run.Output.Trim(), run.Error));
    }

    [Fact]
    public async Task A_finding_is_a_line_as_a_build_writes_it()
    {
        var line = await SpoilAsync();

        var run = await Run.OfAsync("lint", Document);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{Document}({line},", run.Output, StringComparison.Ordinal);
        Assert.Contains("): error GENAUTH111: ScrollDto.size: An integer says", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 findings.", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_findings_as_json()
    {
        var line = await SpoilAsync();

        var run = await Run.OfAsync("lint", Document, "--format", "json");

        var finding = Assert.Single(JArray.Parse(run.Output));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(("GENAUTH111", Document, line, "ScrollDto.size"), ((string?)finding["code"], (string?)finding["file"], (int)finding["line"]!, (string?)finding["place"]));
    }

    [Fact]
    public async Task Exceptions_are_taken_from_beside_the_document_or_from_where_they_are_said_to_be()
    {
        await SpoilAsync();
        await File.WriteAllTextAsync(Exceptions, "GENAUTH111 size: nobody knows how large\n");
        var other = Path.Combine(_folder.FullName, "other.txt");
        await File.WriteAllTextAsync(other, "\nGENAUTH111 length: nobody knows how long\n");

        var beside = await Run.OfAsync("lint", Document);
        var elsewhere = await Run.OfAsync("lint", Document, "--exceptions", other);

        Assert.Equal(0, beside.ExitCode);
        Assert.Equal(1, elsewhere.ExitCode);
        Assert.Contains($"{other}(2,1): error GENAUTH100: ", elsewhere.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "cannot be read")]
    [InlineData("{ \"openapi\" }", "is not valid JSON")]
    [InlineData("[]", "is no JSON object")]
    public async Task What_is_no_document_is_unusable(string? text, string reason)
    {
        if (text is not null)
        {
            await File.WriteAllTextAsync(Document, text);
        }

        var run = await Run.OfAsync("lint", Document);

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains($"{Document} {reason}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_format_is_refused()
    {
        var run = await Run.OfAsync("lint", CleanDocument.File, "--format", "xml");

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
