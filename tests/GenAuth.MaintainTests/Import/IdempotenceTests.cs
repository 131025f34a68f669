using CsCheck;
using GenAuth.Maintain;
using GenAuth.Maintain.Import;
using GenAuth.Maintain.Import.Input;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>Importing the same documents into the result of an import changes nothing.</summary>
public sealed class IdempotenceTests : IDisposable
{
    private static readonly string[] Schemas =
    [
        """{ "type": "boolean", "default": "false" }""", """{ "type": "boolean", "enum": [ true ], "default": true }""", """{ "type": "string", "default": "none" }""", """{ "type": "string", "default": 7 }""",
        """{ "type": "string", "enum": [ "a", "b" ], "default": "c" }""", """{ "type": "string", "enum": [ "a", "b", "a", null ] }""", """{ "type": "string", "enum": [] }""", """{ "enum": [ 1, 2 ] }""", """{ "type": "integer", "enum": [ 1, "two" ] }""",
        """{ "type": "number", "default": 1.0, "minimum": 1 }""", """{ "type": "number", "format": "float" }""", """{ "type": "integer", "format": "uint16", "maximum": 9.5 }""", """{ "type": "string", "format": "uuid", "maxLength": "9" }""",
        """{ "type": "array", "items": { "type": "object", "properties": { "one": { "type": "string" } } } }""", """{ "type": "array", "items": { "type": "array", "items": { "type": "number", "nullable": true } }, "maxItems": 3 }""",
        """{ "type": "object", "additionalProperties": { "type": "object", "properties": { "one": { "type": "number" } } } }""", """{ "type": "object", "additionalProperties": { "type": "string" } }""", """{ "type": "object", "properties": {} }""",
        """{ "type": "object", "required": [ "one" ], "properties": { "one": { "type": "string" }, "two": { "type": "array", "items": { "type": "object", "properties": { "three": { "type": "boolean" } } } } } }""",
        """{ "allOf": [ { "type": "string", "maxLength": 3 } ], "nullable": true }""", """{ "oneOf": [ { "type": "string" }, { "type": "number" } ] }""", """{ "anyOf": [ { "type": "string" } ], "deprecated": true }""",
        """{ "$ref": "#/components/schemas/ResGroupDto" }""", """{ "type": "array", "items": { "$ref": "#/components/schemas/ResGroupDto" } }""", """{ "allOf": [ { "$ref": "#/components/schemas/ResGroupDto" } ], "nullable": true, "default": {} }""", "{}",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-again-");

    [Fact]
    public void Importing_the_result_again_changes_nothing_after_planted_types() =>
        Check(Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, Schemas.Length - 1]).Array[1, 8], Plant, mostRefused: 0);

    [Fact]
    public void Importing_the_result_again_changes_nothing_after_random_mutations() =>
        Check(Mutation.Several(6), mutations => Mutation.Apply(SmallApi.Published, mutations), mostRefused: 0.8);

    public void Dispose() => _folder.Delete(recursive: true);

    private void Check<T>(Gen<T> changes, Func<T, JObject> publish, double mostRefused)
    {
        var (cases, refused, reason) = (0L, 0L, string.Empty);
        changes.Sample(
            change =>
            {
                Interlocked.Increment(ref cases);
                var text = publish(change).ToString();
                try
                {
                    var (once, _) = Import(text, SmallApi.Project.ToString());
                    var (twice, report) = Import(text, once);
                    Assert.Equal([], report.Changes.Select(change => $"{change.Place}: {change.What}"));
                    Assert.Equal(once, twice);
                }
                catch (UsageException exception)
                {
                    Interlocked.Increment(ref refused);
                    reason = exception.Message;
                }
            },
            iter: FuzzCases.Count(30));

        Assert.True(refused <= cases * mostRefused, $"{refused} of {cases} documents were refused, so that nothing was shown for them; the last one: {reason}");
    }

    private (string Text, Maintain.Import.Output.ImportReport Report) Import(string published, string own)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, own);
        return ImportCommand.Run([PublishedDocument.Parse(new("published.json", published))], file, ImportOptions.Default);
    }

    /// <summary>Changes the types of some members and parameters.</summary>
    private static JObject Plant((int Place, int Schema)[] planted)
    {
        var root = (JObject)SmallApi.Published.DeepClone();
        foreach (var (place, schema) in planted)
        {
            var values = root.Descendants().OfType<JProperty>().Where(property => property.Value is JObject && (property.Name == "schema" || property.Parent?.Parent is JProperty { Name: "properties" })).ToList();
            values[place % values.Count].Value = JToken.Parse(Schemas[schema]);
        }

        return root;
    }
}
