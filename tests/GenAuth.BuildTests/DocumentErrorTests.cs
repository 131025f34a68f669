namespace GenAuth.BuildTests;

/// <summary>
/// An invalid document ends the build with one error with location and remedy. The other errors of the check are tested in <see cref="DocumentCheckTests"/>.
/// </summary>
[Collection(SharesBuildStep.Name)]
public sealed class DocumentErrorTests
{
    private readonly SourceTree _tree;

    public DocumentErrorTests(RestoredGenerator restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    [Fact]
    public async Task GENAUTH001_reports_a_missing_document()
    {
        File.Delete(_tree.Document);

        await ExpectAsync("GENAUTH001", line: 0, "correct the property GenAuthOpenApi");
    }

    [Fact]
    public async Task GENAUTH003_reports_a_broken_reference_and_the_corrected_document_generates()
    {
        (await _tree.GenerateAsync()).Succeeded();
        await ReplaceAsync("GENAUTH003", "#/components/schemas/ThingRespDto", "#/components/schemas/NoDto", "Add it, or correct the reference");

        _tree.Undo("small.json");
        (await _tree.GenerateAsync()).Generated(times: 1);
    }

    [Fact]
    public Task GENAUTH002_reports_a_value_that_only_NSwag_refuses() =>
        ReplaceAsync("GENAUTH002", "\"deprecated\": true", "\"deprecated\": \"maybe\"", "Correct the value");

    [Trait("Category", "Extended")]
    [Fact]
    public Task GENAUTH002_reports_a_list_that_only_NSwag_refuses() =>
        ReplaceAsync("GENAUTH002", "\"properties\": {", "\"properties\": [ ], \"x-properties\": {", "Correct the value");

    private async Task ReplaceAsync(string code, string old, string wrong, string remedy)
    {
        var text = SmallDocument.With(old, wrong);
        File.WriteAllText(_tree.Document, text);

        await ExpectAsync(code, SmallDocument.LineOf(text, wrong), remedy);
    }

    private async Task ExpectAsync(string code, int line, string remedy)
    {
        var error = (await _tree.GenerateAsync()).FailedOnce();

        Assert.Equal((code, _tree.Document, line), (error.Code, error.File, error.Line));
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }
}
