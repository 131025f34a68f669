namespace GenAuth.BuildTests;

/// <summary>A document that leaves the conventions does not build, unless somebody says that it may.</summary>
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
    public async Task A_mistake_is_an_error_with_its_line_until_it_is_mended_and_the_tool_does_not_run_again()
    {
        var line = Plant();

        var error = (await _tree.GenerateAsync()).FailedOnce();
        var again = await _tree.GenerateAsync();

        Assert.Equal(("GENAUTH111", _tree.Document, line), (error.Code, error.File, error.Line));
        Assert.Equal("PaginationDto.page: An integer says how large it can be. Add the format int32 or int64.", error.Message);
        Assert.Equal(error, again.FailedOnce());
        Assert.Equal(0, again.Generations);
        _tree.Undo("small.json");
        (await _tree.GenerateAsync()).Generated(times: 1);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task As_a_warning_it_lets_the_build_pass_and_says_so_but_is_an_error_again_by_default()
    {
        Plant();

        var warned = (await _tree.GenerateAsync("-p:GenAuthLint=warning")).Generated(times: 1);

        Assert.Contains(Warning, warned.Output, StringComparison.Ordinal);
        Assert.Contains("leaves the conventions: 1.", warned.Output, StringComparison.Ordinal);
        Assert.Equal("GENAUTH111", (await _tree.GenerateAsync()).FailedOnce().Code);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Switched_off_it_says_nothing()
    {
        Plant();

        var result = (await _tree.GenerateAsync("-p:GenAuthLint=off")).Succeeded();

        Assert.DoesNotContain("GENAUTH1", result.Output, StringComparison.Ordinal);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task An_exception_with_a_reason_is_heeded_and_one_for_nothing_is_an_error()
    {
        Plant();
        _tree.Edit("lint-exceptions.txt", text => text + "GENAUTH111 PaginationDto.page: nobody knows how large\n");

        (await _tree.GenerateAsync()).Succeeded();
        _tree.Undo("small.json");
        var error = (await _tree.GenerateAsync()).FailedOnce();

        var lines = await File.ReadAllLinesAsync(_tree.PathOf("lint-exceptions.txt"));
        Assert.Equal(("GENAUTH100", _tree.PathOf("lint-exceptions.txt"), lines.Length), (error.Code, error.File, error.Line));
        Assert.Contains("'PaginationDto.page'. Delete the exception", error.Message, StringComparison.Ordinal);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task A_rule_that_is_broken_everywhere_is_reported_for_the_first_places()
    {
        File.WriteAllText(_tree.Document, SmallDocument.Text.Replace(".\",", "\",", StringComparison.Ordinal));

        var result = await _tree.GenerateAsync();

        var errors = result.Errors.Where(error => error.Code == "GENAUTH152").ToList();
        Assert.Equal(20, errors.Count);
        Assert.Matches(@" \(and \d+ more\)$", errors[^1].Message);
    }

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
