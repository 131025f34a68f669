namespace GenAuth.BuildTests;

/// <summary>
/// A wrong document ends the build with one error that an editor can jump to, and that says what to do. When it is mended,
/// the next build succeeds.
/// </summary>
public sealed class DocumentErrorTests : IClassFixture<RestoredTree>
{
    private readonly SourceTree _tree;

    public DocumentErrorTests(RestoredTree restored)
    {
        _tree = restored.Tree;
        _tree.Undo("small.json");
    }

    [Fact]
    public async Task GENAUTH001_the_document_does_not_exist()
    {
        File.Delete(_tree.Document);

        await ExpectAsync("GENAUTH001", line: 0, "correct the property GenAuthOpenApi");
    }

    [Theory]
    [InlineData("GENAUTH002", "\"openapi\": \"3.0.3\"", "\"openapi\" \"3.0.3\"", "Correct it there")]
    [InlineData("GENAUTH002", "\"deprecated\": true", "\"deprecated\": \"maybe\"", "Correct the value")]
    [InlineData("GENAUTH002", "\"properties\": {", "\"properties\": [ ], \"x-properties\": {", "Correct the value")]
    [InlineData("GENAUTH003", "#/components/schemas/ThingRespDto", "#/components/schemas/NoDto", "Add it, or correct the reference")]
    [InlineData("GENAUTH004", "\"type\": \"number\"", "\"type\": \"float\"", "Use one of string, integer, number")]
    [InlineData("GENAUTH005", "\"paths\": {", "\"paths\": { }, \"x-paths\": {", "Is it the right file?")]
    [InlineData("GENAUTH006", "Authentication_createThing", "createThing", "Name it, for example Authentication_")]
    [InlineData("GENAUTH007", "Authentication_createThing", "Authentication_SigninByMobile", "Every operation needs its own")]
    [InlineData("GENAUTH008", "\"required\": false, \"description\": \"What the thing is made of.\", \"content\": { \"application/json\"",
        "\"content\": { \"text/xml\"", "Describe it as one of application/json")]
    [InlineData("GENAUTH009", "\"name\": \"afterId\", \"in\": \"query\"", "\"name\": \"afterId\", \"in\": \"header\"", "Describe it in path or query")]
    public async Task A_wrong_place_is_named(string code, string old, string wrong, string remedy)
    {
        var text = SmallDocument.With(old, wrong);
        File.WriteAllText(_tree.Document, text);

        await ExpectAsync(code, SmallDocument.LineOf(text, wrong), remedy);
    }

    [Fact]
    public async Task The_library_reports_the_error_once_for_all_its_frameworks()
    {
        var text = SmallDocument.With("#/components/schemas/ThingRespDto", "#/components/schemas/NoDto");
        File.WriteAllText(_tree.Document, text);

        var error = (await _tree.RunAsync("build", SourceTree.Library, "--no-restore")).FailedOnce();

        Assert.Equal(("GENAUTH003", SmallDocument.LineOf(text, "NoDto")), (error.Code, error.Line));
    }

    private async Task ExpectAsync(string code, int line, string remedy)
    {
        var error = (await _tree.GenerateAsync()).FailedOnce();

        Assert.Equal((code, _tree.Document, line), (error.Code, error.File, error.Line));
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        _tree.Undo("small.json");
        (await _tree.GenerateAsync()).Generated(times: 1);
    }
}
