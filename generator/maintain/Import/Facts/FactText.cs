using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Conventions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Facts;

/// <summary>Describes a schema in the notation of <c>facts.txt</c> and <c>openapi/DEVIATIONS.md</c>: its type and limits, without names, texts and order.</summary>
internal sealed partial class FactText(SchemaSet schemas)
{
    public const string Any = "any";

    public static readonly IReadOnlyList<string> Limits = ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "default"];

    public static readonly IReadOnlyList<string> Flags = ["nullable", "deprecated"];

    public static readonly IReadOnlyList<string> Alternatives = ["oneOf", "anyOf", "allOf"];

    // Other formats do not change what the library sends and reads.
    private static readonly string[] TextFormats = ["date-time", "binary"];

    public string Describe(JObject schema, bool required = false) => string.Join(' ',
    [
        DescribeType(schema),
        .. required ? ["required"] : Array.Empty<string>(),
        .. schema["nullable"].IsTrue() ? ["nullable"] : Array.Empty<string>(),
        .. Limits.Where(name => GetLimit(schema, name) is not null).Select(name => $"{name}={schema[name]!.ToString(Formatting.None)}"),
        .. schema["deprecated"].IsTrue() ? ["deprecated"] : Array.Empty<string>(),
    ]);

    public string DescribeType(JObject schema)
    {
        var (name, resolved) = schemas.Resolve(schema);
        return resolved switch
        {
            _ when name is not null => schemas.SourceName(name),
            _ when Alternatives.Select(key => resolved[key]).OfType<JArray>().FirstOrDefault() is [JObject only] => DescribeType(only),
            _ when Alternatives.FirstOrDefault(key => resolved[key] is JArray) is { } key => $"{key}({string.Join(", ", resolved[key].Objects().Select(item => Describe(item)))})",
            _ when resolved["items"] is JObject items => $"[{Describe(items)}]",
            _ when resolved["properties"] is JObject { Count: > 0 } => $"{{{string.Join(", ", DescribeMembers(resolved).Select(member => $"{member.Name}: {member.Text}"))}}}",
            _ when resolved["additionalProperties"] is JObject values => $"map({Describe(values)})",
            _ when resolved["type"].Text() is null => resolved["enum"] is null ? Any : $"string{Values(resolved)}",
            _ => resolved["type"].Text() + Format(resolved) + Values(resolved),
        };
    }

    /// <summary>Describes the members of an object.</summary>
    public IEnumerable<(string Name, string Text)> DescribeMembers(JObject schema)
    {
        var required = schema["required"].Texts().ToHashSet();
        return schema["properties"].Members()
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => (property.Name, Describe((JObject)property.Value, required.Contains(property.Name))));
    }

    /// <summary>A limit or default. A default of null counts as none.</summary>
    public static JToken? GetLimit(JObject schema, string name) => schema[name] is { Type: not JTokenType.Null } value ? value : null;

    /// <summary>
    /// Whether a published description and one of the document mean the same. The service publishes numbers without a format and
    /// unknown types as objects; the document is more precise.
    /// </summary>
    public static bool AreEquivalent(string published, string document) =>
        published == document || (!HasNumberFormat().IsMatch(published) && Normalize(published) == Normalize(document));

    public static string Normalize(string text) => ObjectType().Replace(Number().Replace(text, "number"), Any);

    private static string Format(JObject schema) => (schema["type"].Text(), schema["format"].Text()) switch
    {
        ("string", { } format) when TextFormats.Contains(format) => "/" + format,
        ("integer" or "number", "int32" or "int64") => "/" + schema["format"].Text(),
        ("integer" or "number", "float" or "double") => "/double",
        _ => string.Empty,
    };

    private static string Values(JObject schema) => EnumRule.Values(schema).ToList() is { Count: > 0 } values
        ? $" enum({string.Join('|', values.Select(EnumRule.WireText).Order(StringComparer.Ordinal))})"
        : string.Empty;

    [GeneratedRegex(@"\b(integer|number)/")]
    private static partial Regex HasNumberFormat();

    [GeneratedRegex(@"\b(integer|number)(/\w+)?\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\bobject\b")]
    private static partial Regex ObjectType();
}
