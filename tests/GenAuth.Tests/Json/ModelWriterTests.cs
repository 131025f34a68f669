using GenAuth.Json;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

public sealed class ModelWriterTests
{
    [Fact]
    public void An_object_that_holds_itself_is_an_error_that_names_its_type()
    {
        var tree = new TreeStructs();
        tree.Children = [tree];

        var exception = Assert.Throws<JsonSerializationException>(() => Contract.Write(tree));

        Assert.Contains(nameof(TreeStructs), exception.Message, StringComparison.Ordinal);
        Assert.Contains("holds itself", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_one_that_holds_itself_through_a_type_of_the_program()
    {
        var tree = new MyTree();
        tree.Children = [new() { Children = [tree] }];

        var exception = Assert.Throws<JsonSerializationException>(() => Contract.Write(tree));

        Assert.EndsWith("is nested more than 64 levels deep. Check that no object holds itself.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_one_that_is_found_within_a_type_of_the_api()
    {
        var tree = new TreeStructs();
        tree.Children = [new MyTree { Children = [tree] }];

        Assert.Throws<JsonSerializationException>(() => Contract.Write(tree));
    }

    [Fact]
    public void The_same_object_may_be_held_twice()
    {
        var leaf = new TreeStructs { Name = "a" };

        Assert.Equal("""{"children":[{"name":"a"},{"name":"a"}]}""", Contract.Write(new TreeStructs { Children = [leaf, leaf] }));
    }

    [Fact]
    public void What_is_written_as_deep_as_allowed_can_be_read()
    {
        // An object and its list are two levels, and the root is the first.
        var deepest = GenAuthJson.MaxDepth / 2;

        Assert.Equal(Contract.Write(Nested(deepest)), Contract.Write(Contract.Read<TreeStructs>(Contract.Write(Nested(deepest)))));
        Assert.Throws<JsonSerializationException>(() => Contract.Write(Nested(deepest + 1)));
    }

    [Fact]
    public void Items_that_are_null_are_written_in_their_places()
    {
        Assert.Equal("""{"actions":["a",null,"b"],"children":[null,{"name":"c"},null]}""", Contract.Write(new TreeStructs
        {
            Actions = ["a", null!, "b"],
            Children = [null!, new() { Name = "c" }, null!],
        }));
    }

    [Fact]
    public void And_read_in_their_places()
    {
        var tree = Contract.Read<TreeStructs>("""{"actions":["a",null,"b"],"children":[null,{"name":"c"},null]}""");

        Assert.Equal(["a", null!, "b"], tree.Actions);
        Assert.Equal(new string?[] { null, "c", null }, tree.Children!.Select(child => child?.Name));
    }

    [Fact]
    public void Free_form_items_that_are_null_are_too()
    {
        using var text = new StringWriter();
        using (var writer = new ModelWriter(text))
        {
            writer.WriteStartObject();
            writer.Add("items", new JToken[] { null!, JValue.CreateNull(), new JArray(1) });
            writer.WriteEndObject();
        }

        Assert.Equal("""{"items":[null,null,[1]]}""", text.ToString());
    }

    [Fact]
    public void Nothing_is_closed_for_a_document_that_could_not_be_finished()
    {
        using var text = new StringWriter();
        var tree = new TreeStructs { Name = "a", Children = [new Broken()] };

        Assert.Throws<JsonSerializationException>(() => GenAuthJson.Write(text, tree));

        Assert.Throws<JsonReaderException>(() => JToken.Parse(text.ToString()));
    }

    private static TreeStructs Nested(int levels) => Enumerable.Range(1, levels - 1).Aggregate(new TreeStructs(), (tree, _) => new TreeStructs { Children = [tree] });

    private sealed class MyTree : TreeStructs;

    private sealed class Broken : TreeStructs
    {
        [JsonProperty("fails")]
        public string Fails => throw new InvalidOperationException(Name);
    }
}
