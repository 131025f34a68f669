namespace GenAuth.BuildTests;

/// <summary>A wrong configuration or template is reported at its own line, not as a fault of the document.</summary>
public sealed class ConfigurationErrorTests(RestoredTree restored) : IClassFixture<RestoredTree>
{
    private const string Configuration = "generator/nswag.json";

    private readonly SourceTree _tree = restored.Tree;

    [Theory]
    [InlineData("\"wrapResponses\": false", "\"wrapResponses\" false", true, "Correct the value")]
    [InlineData("\"classStyle\": \"Poco\"", "\"classStyle\": \"Poko\"", true, "Correct the value")]
    [InlineData("\"generateDtoTypes\": true", "\"generateDtoTypes\": \"perhaps\"", true, "Correct the value")]
    [InlineData("\"templateDirectory\": \"templates\"", "\"templateDirectory\": \"elsewhere\"", false, "Correct the value")]
    [InlineData("\"output\": \"$(Clients)\"", "\"output\": \"obj/elsewhere.cs\"", false, "Check output, contractsOutputFilePath and templateDirectory")]
    [InlineData("\"openApiToCSharpClient\"", "\"openApiToCsharp\"", false, "Check output, contractsOutputFilePath and templateDirectory")]
    [InlineData("\"templateDirectory\": \"templates\",", "", false, "Check output, contractsOutputFilePath and templateDirectory")]
    public async Task GENAUTH013_the_configuration_is_wrong(string old, string wrong, bool hasLine, string remedy)
    {
        // Files that an earlier build has made must not pass for those of this one.
        (await _tree.GenerateAsync()).Succeeded();
        _tree.Edit(Configuration, text => SmallDocument.Replace(text, old, wrong));
        var line = hasLine ? SmallDocument.LineOf(File.ReadAllText(_tree.PathOf(Configuration)), wrong) : 0;

        await ExpectAsync("GENAUTH013", Configuration, line, remedy);
    }

    [Fact]
    public async Task GENAUTH013_the_configuration_does_not_exist()
    {
        File.Delete(_tree.PathOf(Configuration));

        await ExpectAsync("GENAUTH013", Configuration, line: 0, "Restore the file from version control");
    }

    [Theory]
    [InlineData("Client.Class.liquid", "public partial interface", "{% bogus %}")]
    [InlineData("Enum.String.liquid", "public bool IsKnown", "{% bogus %}")]
    [InlineData("Class.Property.Name.liquid", "{% if", "{% bogus %}")]
    [InlineData("Class.liquid", "public partial class", "{{ ClassName ")]
    [InlineData("Enum.liquid", "{%- if IsStringEnum", "{% template Nowhere %}")]
    public async Task GENAUTH014_a_template_is_wrong(string template, string place, string wrong)
    {
        var path = "generator/templates/" + template;
        _tree.Edit(path, text => SmallDocument.Replace(text, place, wrong + place));
        var line = SmallDocument.LineOf(File.ReadAllText(_tree.PathOf(path)), wrong + place);

        await ExpectAsync("GENAUTH014", path, line, "Correct it here");
    }

    private async Task ExpectAsync(string code, string file, int line, string remedy)
    {
        var error = (await _tree.GenerateAsync()).FailedOnce();
        _tree.Undo(file);

        Assert.Equal((code, _tree.PathOf(file), line), (error.Code, error.File, error.Line));
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        (await _tree.GenerateAsync()).Generated(times: 1);
    }
}
