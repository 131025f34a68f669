using System.Text.Json.Nodes;

namespace GenAuth.Benchmarks.Generation;

/// <summary>The references of a document to a schema: <c>$ref</c>, and the <c>itemType</c> of <c>x-paging</c>.</summary>
internal static class SchemaReferences
{
    public const string Prefix = "#/components/schemas/";

    /// <summary>Each with the object and the key that hold it. An item type may be a primitive such as <c>string</c>.</summary>
    public static IEnumerable<(JsonObject Owner, string Key, string Name)> In(JsonNode? node) => node switch
    {
        JsonObject owner => owner.ToList().SelectMany(member => member switch
        {
            ("$ref", JsonValue value) => [(owner, member.Key, ((string)value!)[Prefix.Length..])],
            ("itemType", JsonValue value) => [(owner, member.Key, (string)value!)],
            _ => In(member.Value),
        }),
        JsonArray items => items.SelectMany(In),
        _ => [],
    };
}
