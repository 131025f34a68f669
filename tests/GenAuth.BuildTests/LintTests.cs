namespace GenAuth.BuildTests;

/// <summary>A document that violates the conventions does not build, unless an exception allows it.</summary>
[Collection(SharesBuildStep.Name)]
public sealed class LintTests
{
    private const string Mistake = "\"format\": \"enormous\"";
    private const string Warning = "warning GENAUTH111";

    private readonly SourceTree _tree;

    public LintTests(RestoredGenerator restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    [Fact]
    public async Task Convention_violation_is_an_error_until_it_is_corrected_without_running_NSwag_again()
    {
        var line = Plant();

        var error = (await _tree.GenerateAsync()).FailedOnce();
        var again = await _tree.GenerateAsync();

        Assert.Equal(("GENAUTH111", _tree.Document, line), (error.Code, error.File, error.Line));
        Assert.Equal("PaginationDto.page: The size of the integer is missing. Add the format int32 or int64.", error.Message);
        Assert.Equal(error, again.FailedOnce());
        Assert.Equal(0, again.Generations);
        _tree.Undo("small.json");
        (await _tree.GenerateAsync()).Generated(times: 1);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Convention_violation_as_a_warning_passes_the_build_and_is_an_error_again_by_default()
    {
        Plant();

        var warned = (await _tree.GenerateAsync("-p:GenAuthLint=warning")).Generated(times: 1);

        Assert.Contains(Warning, warned.Output, StringComparison.Ordinal);
        Assert.Contains("Violations of the document's conventions: 1.", warned.Output, StringComparison.Ordinal);
        Assert.Equal("GENAUTH111", (await _tree.GenerateAsync()).FailedOnce().Code);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Convention_check_can_be_switched_off()
    {
        Plant();

        var result = (await _tree.GenerateAsync("-p:GenAuthLint=off")).Succeeded();

        Assert.DoesNotContain("GENAUTH1", result.Output, StringComparison.Ordinal);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Exception_with_a_reason_is_applied_and_an_unused_one_is_an_error()
    {
        Plant();
        _tree.Edit("lint-exceptions.txt", text => text + "GENAUTH111 PaginationDto.page: unknown how large\n");

        (await _tree.GenerateAsync()).Succeeded();
        _tree.Undo("small.json");
        var error = (await _tree.GenerateAsync()).FailedOnce();

        var lines = await File.ReadAllLinesAsync(_tree.PathOf("lint-exceptions.txt"));
        Assert.Equal(("GENAUTH100", _tree.PathOf("lint-exceptions.txt"), lines.Length), (error.Code, error.File, error.Line));
        Assert.Contains("'PaginationDto.page'. Delete the exception", error.Message, StringComparison.Ordinal);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Frequent_violation_is_reported_for_the_first_places()
    {
        File.WriteAllText(_tree.Document, SmallDocument.Text.Replace(".\",", "\",", StringComparison.Ordinal));

        var result = await _tree.GenerateAsync();

        var errors = result.Errors.Where(error => error.Code == "GENAUTH152").ToList();
        Assert.Equal(20, errors.Count);
        Assert.Matches(@" \(and \d+ more\)$", errors[^1].Message);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH018_an_unknown_severity_is_named()
    {
        var error = (await _tree.GenerateAsync("-p:GenAuthLint=never")).FailedOnce();

        Assert.Equal("GENAUTH018", error.Code);
        Assert.Contains("Set it to error (the default), warning or off.", error.Message, StringComparison.Ordinal);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task A_changed_template_is_no_reason_to_read_the_document_again()
    {
        (await _tree.GenerateAsync()).Succeeded();
        _tree.Edit("generator/templates/File.Header.liquid", text => "// Changed.\n" + text);

        var result = (await _tree.GenerateAsync("-v:normal")).Generated(times: 1);

        _tree.Undo("generator/templates/File.Header.liquid");
        Assert.Contains("Skipping target \"LintDocument\"", result.Output, StringComparison.Ordinal);
    }

    private int Plant()
    {
        var text = SmallDocument.Replace(SmallDocument.Text, "\"page\": { \"type\": \"integer\", \"format\": \"int32\"", "\"page\": { \"type\": \"integer\", " + Mistake);
        File.WriteAllText(_tree.Document, text);
        return SmallDocument.LineOf(text, Mistake);
    }
}
