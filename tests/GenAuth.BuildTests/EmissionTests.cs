namespace GenAuth.BuildTests;

/// <summary>The code that reads and writes members without reflection follows the document as the types do.</summary>
[Collection(SharesBuildStep.Name)]
[Trait("Category", "Extended")]
public sealed class EmissionTests
{
    private readonly SourceTree _tree;

    public EmissionTests(RestoredGenerator restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    [Fact]
    public async Task A_changed_member_is_in_the_code_that_reads_and_writes_it()
    {
        (await _tree.GenerateAsync()).Succeeded();
        var before = await TextAsync("Json.T");
        _tree.Edit("small.json", text => SmallDocument.Replace(text, "\"weight\": { \"type\": \"number\", \"format\": \"double\"", "\"mass\": { \"type\": \"string\""));

        (await _tree.GenerateAsync()).Generated(times: 1);

        _tree.Undo("small.json");
        var after = await TextAsync("Json.T");
        Assert.Contains("writer.Add(\"weight\", Weight);", before, StringComparison.Ordinal);
        Assert.Contains("Weight = reader.Double();", before, StringComparison.Ordinal);
        Assert.Contains("writer.Add(\"mass\", Mass);", after, StringComparison.Ordinal);
        Assert.Contains("Mass = reader.Text();", after, StringComparison.Ordinal);
        Assert.DoesNotContain("eight", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_without_members_get_no_reader_or_writer()
    {
        (await _tree.GenerateAsync()).Succeeded();

        var text = _tree.GeneratedText();
        Assert.All(["NothingDto", "WholeList", "WholeMap"], type =>
        {
            Assert.Contains($"    public partial class {type} : ", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"    partial class {type}\n", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Derived_type_reads_and_writes_the_members_of_its_base()
    {
        (await _tree.GenerateAsync()).Succeeded();

        var text = await TextAsync("Json.B");
        Assert.Contains("Name = reader.Text();", text, StringComparison.Ordinal);
        Assert.Contains("Size = reader.Text();", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_of_any_wire_name_have_their_locked_name()
    {
        try
        {
            (await _tree.GenerateAsync("-p:GenAuthAcceptNames=true")).Succeeded();

            var names = await File.ReadAllLinesAsync(_tree.PathOf("names.lock"));
            Assert.All(
                ["OddThingDto.a b = AB", "OddThingDto. around  = Around", "OddThingDto.größe = Size"],
                name => Assert.Contains(name, names));
        }
        finally
        {
            File.Delete(_tree.PathOf("names.lock"));
        }
    }

    private Task<string> TextAsync(string file) => File.ReadAllTextAsync(_tree.PathOf($"generator/obj/generated/{file}.g.cs"));
}
