namespace GenAuth.BuildTests;

/// <summary>A wrong configuration or template is reported at its own line, not as a fault of the document.</summary>
[Collection(SharesBuildStep.Name)]
public sealed class ConfigurationErrorTests
{
    private const string Configuration = "generator/nswag.json";

    private readonly SourceTree _tree;

    public ConfigurationErrorTests(RestoredGenerator restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    [Fact]
    public async Task GENAUTH013_reports_a_malformed_line_of_the_configuration_until_it_is_corrected()
    {
        await ConfigurationAsync("\"wrapResponses\": false", "\"wrapResponses\" false", hasLine: true, "Correct the value");

        _tree.Undo(Configuration);
        (await _tree.GenerateAsync()).Generated(times: 1);
    }

    [Trait("Category", "Extended")]
    [Theory]
    [InlineData("\"classStyle\": \"Poco\"", "\"classStyle\": \"Poko\"", true, "Correct the value")]
    [InlineData("\"generateDtoTypes\": true", "\"generateDtoTypes\": \"perhaps\"", true, "Correct the value")]
    [InlineData("\"templateDirectory\": \"templates\"", "\"templateDirectory\": \"elsewhere\"", false, "Correct the value")]
    [InlineData("\"output\": \"$(Clients)\"", "\"output\": \"obj/elsewhere.cs\"", false, "Check output, contractsOutputFilePath and templateDirectory")]
    [InlineData("\"openApiToCSharpClient\"", "\"openApiToCsharp\"", false, "Check output, contractsOutputFilePath and templateDirectory")]
    [InlineData("\"templateDirectory\": \"templates\",", "", false, "Check output, contractsOutputFilePath and templateDirectory")]
    public Task GENAUTH013_reports_a_wrong_value_of_the_configuration(string old, string wrong, bool hasLine, string remedy) =>
        ConfigurationAsync(old, wrong, hasLine, remedy);

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH013_reports_a_missing_configuration()
    {
        File.Delete(_tree.PathOf(Configuration));

        await ExpectAsync("GENAUTH013", Configuration, line: 0, "Restore the file from version control");
    }

    [Fact]
    public Task GENAUTH014_reports_a_wrong_line_of_a_template() => TemplateAsync("Client.Class.liquid", "public partial interface", "{% bogus %}");

    [Trait("Category", "Extended")]
    [Theory]
    [InlineData("Enum.String.liquid", "public bool IsKnown", "{% bogus %}")]
    [InlineData("Class.Property.Initializer.liquid", "{% unless", "{% bogus %}")]
    [InlineData("Client.Method.Name.liquid", "{% unless", "{% bogus %}")]
    [InlineData("Class.liquid", "public partial class", "{{ ClassName ")]
    [InlineData("Enum.liquid", "{%- if IsStringEnum", "{% template Nowhere %}")]
    public Task GENAUTH014_reports_a_wrong_line_of_any_template(string template, string place, string wrong) => TemplateAsync(template, place, wrong);

    private async Task ConfigurationAsync(string old, string wrong, bool hasLine, string remedy)
    {
        // Files of an earlier build must not count as output of this one.
        (await _tree.GenerateAsync()).Succeeded();
        _tree.Edit(Configuration, text => SmallDocument.Replace(text, old, wrong));
        var line = hasLine ? SmallDocument.LineOf(File.ReadAllText(_tree.PathOf(Configuration)), wrong) : 0;

        await ExpectAsync("GENAUTH013", Configuration, line, remedy);
    }

    private async Task TemplateAsync(string template, string place, string wrong)
    {
        var path = "generator/templates/" + template;
        _tree.Edit(path, text => SmallDocument.Replace(text, place, wrong + place));
        var line = SmallDocument.LineOf(File.ReadAllText(_tree.PathOf(path)), wrong + place);

        await ExpectAsync("GENAUTH014", path, line, "Correct it here");
    }

    private async Task ExpectAsync(string code, string file, int line, string remedy)
    {
        var error = (await _tree.GenerateAsync()).FailedOnce();

        Assert.Equal((code, _tree.PathOf(file), line), (error.Code, error.File, error.Line));
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }
}
