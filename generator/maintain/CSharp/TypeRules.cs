using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.CSharp;

/// <summary>Which C# type the build step makes of a schema.</summary>
internal sealed class TypeRules(ApiDocument document)
{
    private static readonly CSharpType Any = new("JToken");

    /// <summary>The type of a member: nullable when the answer or the request may lack it.</summary>
    public CSharpType OfMember(JToken? schema, bool isRequired) =>
        Of(schema, "IReadOnlyList") with { IsNullable = !isRequired || Follow(schema)?["nullable"]?.Value<bool>() == true };

    /// <summary>The type of a parameter.</summary>
    public CSharpType OfParameter(JToken? schema, bool isRequired) => Of(schema, "IEnumerable") with { IsNullable = !isRequired };

    public CSharpType OfResponse(JToken? schema) => Of(schema, "IReadOnlyList");

    /// <summary>The name of the schema that a schema stands for, if it stands for one.</summary>
    public static string? ReferenceOf(JToken? schema) =>
        SchemaReference.NameOf(schema?["$ref"].Text()) is { } name ? name
        : schema?["allOf"] is JArray { Count: 1 } parts && schema["properties"] is null ? ReferenceOf(parts[0])
        : null;

    /// <summary>What the build step makes of a named schema.</summary>
    public static TypeKind KindOf(JToken schema) =>
        schema["enum"] is JArray ? (string?)schema["type"] == "integer" ? TypeKind.NumberSet : TypeKind.TextSet
        : schema["allOf"] is JArray parts ? parts.Count == 1 && ReferenceOf(schema) is not null ? TypeKind.Alias : TypeKind.Object
        : (string?)schema["type"] switch
        {
            "array" => TypeKind.List,
            "string" or "integer" or "number" or "boolean" => TypeKind.Alias,
            _ => schema["properties"] is null && schema["additionalProperties"] is JObject ? TypeKind.Map : TypeKind.Object,
        };

    private CSharpType Of(JToken? schema, string list)
    {
        if (ReferenceOf(schema) is { } name)
        {
            return document.Root["components"]?["schemas"]?[name] is not { } target ? new CSharpType(name) : KindOf(target) switch
            {
                TypeKind.Alias => Of(target, list),
                TypeKind.NumberSet => new CSharpType(name, IsValue: true, SetOf: "int"),
                TypeKind.TextSet => new CSharpType(name, IsValue: true, SetOf: "string"),
                _ => new CSharpType(name),
            };
        }

        return (string?)schema?["type"] switch
        {
            "string" => OfText((string?)schema["format"]),
            "integer" => new CSharpType((string?)schema["format"] == "int64" ? "long" : "int", IsValue: true),
            "number" => new CSharpType((string?)schema["format"] is "float" or "decimal" ? (string)schema["format"]! : "double", IsValue: true),
            "boolean" => new CSharpType("bool", IsValue: true),
            // Inside of a list, lists are those of members.
            "array" => new CSharpType($"{list}<{Of(schema["items"], "IReadOnlyList")}>"),
            _ => schema?["additionalProperties"] is JObject values ? new CSharpType($"IDictionary<string, {Of(values, "IReadOnlyList")}>") : Any,
        };
    }

    private static CSharpType OfText(string? format) => format switch
    {
        "uuid" or "guid" => new CSharpType("Guid", IsValue: true),
        "byte" => new CSharpType("byte[]"),
        _ => new CSharpType("string"),
    };

    private JObject? Follow(JToken? schema) => document.Follow(schema);
}
