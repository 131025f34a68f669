using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Api;

/// <summary>Decides the C# type of each schema.</summary>
/// <param name="document">The document.</param>
/// <param name="inline">The names of the inline schemas that become types; see <see cref="InlineTypes"/>.</param>
internal sealed class TypeRules(ApiDocument document, IReadOnlyDictionary<JObject, string>? inline = null)
{
    private const string List = "IReadOnlyList";

    // Aliases may form a cycle.
    private const int MostSteps = 64;

    /// <summary>The type of a member: nullable unless it is required and not nullable.</summary>
    public CSharpType GetMemberType(JToken? schema, bool isRequired) =>
        Resolve(schema, List, MostSteps) with { IsNullable = !isRequired || schema.IsTrue("nullable") || document.Follow(schema).IsTrue("nullable") };

    /// <summary>The type of a parameter.</summary>
    public CSharpType GetParameterType(JToken? schema, bool isRequired) => Resolve(schema, "IEnumerable", MostSteps) with { IsNullable = !isRequired };

    /// <summary>The type of a response, of a list's items or of a map's values.</summary>
    public CSharpType GetValueType(JToken? schema) => Resolve(schema, List, MostSteps);

    /// <summary>The <c>itemType</c> of <c>x-paging</c> for the items of a list.</summary>
    public static string PagingItemOf(JObject items) => ReferenceOf(items) ?? (items.Text("type"), items.Text("format")) switch
    {
        ("string", _) => "string",
        ("integer", "int64") => "long",
        ("integer", _) => "int",
        _ => "any",
    };

    /// <summary>The name of the schema that a schema is an alias of, or <see langword="null"/>.</summary>
    public static string? ReferenceOf(JToken? schema) =>
        ApiDocument.NameOf(schema.Text("$ref")) is { } name ? name
        : schema.List("allOf") is { Count: 1 } parts && !schema.Has("properties") ? ReferenceOf(parts[0])
        : null;

    /// <summary>The kind of C# type that a named schema becomes.</summary>
    public static TypeKind KindOf(JToken schema) =>
        (schema as JObject)?["enum"] is JArray ? schema.Text("type") == "integer" ? TypeKind.NumberSet : TypeKind.TextSet
        : (schema as JObject)?["allOf"] is JArray parts ? parts.Count == 1 && ReferenceOf(schema) is not null ? TypeKind.Alias : TypeKind.Object
        : schema.Text("type") switch
        {
            "array" => TypeKind.List,
            "string" or "integer" or "number" or "boolean" => TypeKind.Alias,
            _ => !schema.Has("properties") && schema.Object("additionalProperties") is not null ? TypeKind.Map : TypeKind.Object,
        };

    /// <summary>The C# name of a named schema.</summary>
    public static string NameOf(string schema) => CSharpName.Upper(schema);

    private CSharpType Resolve(JToken? schema, string list, int steps)
    {
        if (steps == 0)
        {
            return CSharpType.Any;
        }

        var name = ReferenceOf(schema);
        if (name is not null && document.Schema(name) is { } target)
        {
            return ResolveNamed(NameOf(name), target, list, steps);
        }

        if (schema is JObject own && inline is not null && inline.TryGetValue(own, out var inner))
        {
            return ResolveNamed(inner, own, list, steps);
        }

        if (schema.Text("$ref") is { } reference && ApiDocument.IsLocal(reference) && document.Resolve(reference) is { } elsewhere)
        {
            return Resolve(elsewhere, list, steps - 1);
        }

        if (name is not null)
        {
            // The document is incomplete.
            return CSharpType.Named(NameOf(name));
        }

        return schema.Text("type") switch
        {
            "string" => GetTextType(schema.Text("format")),
            "integer" => CSharpType.Simple(schema.Text("format") == "int64" ? "long" : "int", isValue: true),
            "number" => CSharpType.Simple(schema.Text("format") is ("float" or "decimal") and var format ? format : "double", isValue: true),
            "boolean" => CSharpType.Simple("bool", isValue: true),
            // Nested lists have the list type of members.
            "array" => CSharpType.List(list, Resolve(schema.Object("items"), List, steps - 1)),
            _ => schema.Object("additionalProperties") is { } values ? CSharpType.Map(Resolve(values, List, steps - 1)) : CSharpType.Any,
        };
    }

    private CSharpType ResolveNamed(string name, JToken schema, string list, int steps) => KindOf(schema) switch
    {
        TypeKind.Alias => Resolve(schema, list, steps - 1),
        TypeKind.NumberSet => CSharpType.Named(name, "int"),
        TypeKind.TextSet => CSharpType.Named(name, "string"),
        _ => CSharpType.Named(name),
    };

    private static CSharpType GetTextType(string? format) => format switch
    {
        "uuid" or "guid" => new CSharpType("Guid", "System.Guid", IsValue: true),
        "byte" => CSharpType.Simple("byte[]"),
        "date-time" => new CSharpType("DateTimeOffset", "System.DateTimeOffset", IsValue: true),
        _ => CSharpType.Simple("string"),
    };
}

/// <summary>The kind of C# type that a named schema becomes.</summary>
internal enum TypeKind
{
    Object,
    TextSet,
    NumberSet,
    List,
    Map,

    /// <summary>Not a C# type: its target is used instead.</summary>
    Alias,
}
