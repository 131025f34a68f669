using System.Numerics;
using CsCheck;
using GenAuth.Models;
using GenAuth.Serialization;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Serialization;

public sealed class WireWriterTests
{
    [Fact]
    public void Object_that_contains_itself_is_an_error_that_names_its_type()
    {
        var tree = new TreeStructs();
        tree.Children = [tree];

        var exception = Assert.Throws<JsonSerializationException>(() => Contract.Write(tree));

        Assert.Contains(nameof(TreeStructs), exception.Message, StringComparison.Ordinal);
        Assert.Contains("holds itself", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_that_contains_itself_through_a_custom_type_is_refused()
    {
        var tree = new MyTree();
        tree.Children = [new() { Children = [tree] }];

        var exception = Assert.Throws<JsonSerializationException>(() => Contract.Write(tree));

        Assert.EndsWith("is nested more than 64 levels deep. Check that no object holds itself.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_that_contains_itself_within_a_type_of_the_api_is_refused()
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
    public void JSON_of_the_maximum_depth_can_be_read_back()
    {
        // An object and its list are two levels, and the root is the first.
        var deepest = GenAuthJson.MaxDepth / 2;

        Assert.Equal(Contract.Write(Nested(deepest)), Contract.Write(Contract.Read<TreeStructs>(Contract.Write(Nested(deepest)))));
        Assert.Throws<JsonSerializationException>(() => Contract.Write(Nested(deepest + 1)));
    }

    [Fact]
    public void Null_items_are_written_at_their_positions()
    {
        Assert.Equal("""{"actions":["a",null,"b"],"children":[null,{"name":"c"},null]}""", Contract.Write(new TreeStructs
        {
            Actions = ["a", null!, "b"],
            Children = [null!, new() { Name = "c" }, null!],
        }));
    }

    [Fact]
    public void Members_are_read_at_their_offsets()
    {
        var tree = Contract.Read<TreeStructs>("""{"actions":["a",null,"b"],"children":[null,{"name":"c"},null]}""");

        Assert.Equal(["a", null!, "b"], tree.Actions);
        Assert.Equal(new string?[] { null, "c", null }, tree.Children!.Select(child => child?.Name));
    }

    [Fact]
    public void Null_items_of_untyped_lists_are_written_at_their_positions()
    {
        using var writer = new WireWriter();
        writer.WriteStartObject();
        writer.Add("items", new JToken[] { null!, JValue.CreateNull(), new JArray(1) });
        writer.WriteEndObject();

        Assert.Equal("""{"items":[null,null,[1]]}""", writer.ToString());
    }

    [Fact]
    public void Value_of_every_kind_is_written_as_Newtonsoft_writes_it()
    {
        JToken[] values =
        [
            JValue.CreateNull(), JValue.CreateUndefined(), new JValue(true), new JValue('c'), new JValue("a\"\\\n\u0001\u007f中\ud83d\ude00"), new JValue(long.MinValue),
            new JValue(ulong.MaxValue), new JValue(BigInteger.Pow(10, 30)), new JValue(1.50m), new JValue(1m), new JValue(1d), new JValue(0.1f), new JValue(1e300),
            new JValue(double.NaN), new JValue(double.NegativeInfinity), new JValue(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)),
            new JValue(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(8))), new JValue(Guid.Empty), new JValue(TimeSpan.FromHours(30)),
            new JValue(new Uri("https://a.example/ü")), new JValue("ab"u8.ToArray()), new JRaw("{ \"a\" : 1.0 }"), new JObject { ["a"] = new JArray(1, new JObject(), new JArray()) },
        ];

        Assert.All(values, value => Assert.Equal(value.ToString(Formatting.None), Contract.Write(value)));
    }

    [Fact]
    public void Any_token_is_written_as_Newtonsoft_writes_it() => AnyJson.Value.Sample(
        value => Assert.Equal(value.ToString(Formatting.None).Replace("\\u2028", "\u2028", StringComparison.Ordinal), Contract.Write(value)), print: AnyJson.Write);

    [Fact]
    public void Settings_of_the_programs_own_writer_are_kept()
    {
        var tree = new TreeStructs { Name = "<中>", Children = [new() { Name = "c" }] };

        Assert.Equal("""{"name":"<中>","children":[{"name":"c"}]}""", JsonConvert.SerializeObject(tree));
        Assert.Equal(
            """{"name":"\u003c中\u003e","children":[{"name":"c"}]}""",
            JsonConvert.SerializeObject(tree, new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeHtml }));
        Assert.Equal(JObject.FromObject(tree).ToString(Formatting.Indented), JsonConvert.SerializeObject(tree, Formatting.Indented));
    }

    [Fact]
    public void Constructor_of_JavaScript_is_refused_because_it_is_not_JSON() =>
        Assert.Throws<JsonSerializationException>(() => Contract.Write(new JArray(new JConstructor("Date", 1))));

    private static TreeStructs Nested(int levels) => Enumerable.Range(1, levels - 1).Aggregate(new TreeStructs(), (tree, _) => new TreeStructs { Children = [tree] });

    private sealed class MyTree : TreeStructs;
}
