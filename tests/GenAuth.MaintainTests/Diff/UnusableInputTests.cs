using GenAuth.MaintainTests.Support;

namespace GenAuth.MaintainTests.Diff;

/// <summary>What cannot be compared ends with code 2 and a message that names the file and the remedy; nothing is written.</summary>
public sealed class UnusableInputTests : IDisposable
{
    private readonly Files _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("", "is no JSON")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": {", "is no JSON, line 1")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { } } }", "is no JSON, line 1")]
    [InlineData("<html></html>", "is no JSON, line 1")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"openapi\": \"3.0.3\" }", "is no JSON")]
    [InlineData("[]", "is no JSON object")]
    [InlineData("{ \"swagger\": \"2.0\", \"paths\": { } }", "is of version 2.0. Convert it to OpenAPI 3.0.")]
    [InlineData("{ \"openapi\": \"3.1.0\", \"paths\": { } }", "is of version 3.1.0. Convert it to OpenAPI 3.0.")]
    [InlineData("{ \"paths\": { } }", "names no OpenAPI version")]
    [InlineData("{ \"openapi\": \"3.0.3\" }", "has no paths")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { }, \"components\": { \"schemas\": { \"A\": 1 } } }", "components are no object of schemas")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { \"/\": { \"get\": { \"parameters\": [ { \"required\": \"perhaps\" } ] } } } }", "is no sound OpenAPI document")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"paths\": { }, \"components\": [] }", "components are no object")]
    public async Task A_document_that_is_none_is_named(string text, string reason)
    {
        var file = _files.Write("new.json", text);

        var run = await Run.OfAsync("diff", _files.Write("old.json", Api.Text), file, "--no-names", "--changelog", "--output", _files["report.txt"], "--project", _files.WriteProject());

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(file, run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_files["report.txt"]) || File.Exists(_files["CHANGELOG.md"]));
    }

    [Theory]
    [InlineData("nowhere.json", "nowhere.json: there is no such file. Name a document")]
    [InlineData("HEAD:nowhere.json", "git does not know it as a revision")]
    public async Task A_document_that_is_not_there_is_named(string label, string reason)
    {
        var run = await Run.OfAsync("diff", label, _files.Write("new.json", Api.Text), "--no-names", "--project", _files.WriteProject());

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--project", "does not hold generator/GenAuth.Generator.csproj")]
    [InlineData("--old-names", "there is no such file. Name a names.lock")]
    [InlineData("--new-names", "there is no such file. Name a names.lock")]
    public async Task A_setting_that_leads_nowhere_is_named(string option, string reason)
    {
        var run = await Run.OfAsync("diff", _files.Write("old.json", Api.Text), _files.Write("new.json", Api.Text), option, _files["nowhere"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_leaves_the_changelog_alone()
    {
        var file = Path.Combine(_files["nowhere"], "report.txt");

        var run = await Run.OfAsync("diff", _files.Write("old.json", Api.Text), _files.Write("new.json", Api.Text), "--no-names", "--changelog", "--output", file, "--project", _files.WriteProject());

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{file}: the file cannot be written", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_files["CHANGELOG.md"]));
    }

    [Fact]
    public async Task A_document_that_the_build_step_refuses_is_named_with_what_it_says()
    {
        var project = _files.WriteProject();
        _files.Write("generator/GenAuth.Generator.csproj", """<Project><Target Name="Build"><Error Code="GENAUTH002" Text="No." /></Target></Project>""");

        var run = await Run.OfAsync("diff", _files.Write("old.json", Api.Text), _files.Write("new.json", Api.Text), "--old-names", _files.Write("names.lock", "# Names\n"), "--project", project);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("new.json: the build step cannot generate a client from it.", run.Error, StringComparison.Ordinal);
        Assert.Contains("GENAUTH002", run.Error, StringComparison.Ordinal);
    }
}
