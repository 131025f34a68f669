using CsCheck;
using GenAuth.Build.Document;
using GenAuth.Build.Lint;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Lint;

/// <summary>The rules report problems of incomplete documents and never throw.</summary>
public sealed class MutationTests
{
    // Including references, so that schemas refer to themselves.
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "9223372036854775808", "1.5", "\"\"", "\"page\"", "\"#/components/schemas/ThingDto\"", "[]", "[ null ]", "[ [] ]", "{}",
        "{ \"$ref\": \"#/components/schemas/ThingDto\" }", "{ \"$ref\": \"#/components/schemas/Nothing\" }", "{ \"$ref\": \"#/\" }", "{ \"$ref\": 1 }",
        "{ \"type\": \"array\", \"items\": { \"$ref\": \"#/components/schemas/ScrollDto\" } }", "{ \"allOf\": [ { \"$ref\": \"#/components/schemas/ScrollDto\" } ] }",
    ];

    private static readonly int Places = CleanDocument.Parse(CleanDocument.Text).Descendants().Count();

    private static readonly Gen<(int Place, int Value)[]> Mutations = Gen.Select(Gen.Int[0, Places - 1], Gen.Int[0, Values.Length]).Array[1, 6];

    [Fact]
    public void Rules_do_not_throw_for_mutated_documents() => Mutations.Sample(
        mutations =>
        {
            var document = CleanDocument.Parse(CleanDocument.Text);
            foreach (var (place, value) in mutations)
            {
                Mutate(document, place, value);
            }

            return Linter.Check(new ApiDocument(document), new LintExceptions([])).All(found => found.Finding.Message.Length > 0);
        },
        iter: FuzzCases.Count(200));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "paths": [], "components": [], "tags": {}, "info": 1 }""")]
    [InlineData("""{ "paths": { "/": { "get": {}, "put": [] } }, "components": { "schemas": { "A": { "$ref": "#/components/schemas/A" }, "B": { "type": "array", "items": { "$ref": "#/components/schemas/B" } } } } }""")]
    public void Rules_do_not_throw_for_an_object_that_is_not_a_document(string text) => Assert.NotEmpty(CleanDocument.Lint(text));

    private static void Mutate(JObject document, int place, int value)
    {
        var token = document.Descendants().ElementAtOrDefault(place % Math.Max(1, document.Descendants().Count()));
        var target = token is JProperty property ? property.Value : token;
        if (target is null)
        {
            return;
        }

        if (value == Values.Length)
        {
            (target.Parent is JProperty owner ? owner : target).Remove();
        }
        else
        {
            target.Replace(JToken.Parse(Values[value]));
        }
    }
}
