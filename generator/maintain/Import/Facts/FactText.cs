using System.Text.RegularExpressions;
using GenAuth.Maintain.Import.Convention;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Facts;

/// <summary>A schema in the words of <c>facts.txt</c> and <c>openapi/DEVIATIONS.md</c>: what it says of the service, and nothing of how it is written.</summary>
internal sealed partial class FactText(SchemaSet schemas)
{
    public const string Any = "any";

    public static readonly IReadOnlyList<string> Limits = ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "default"];

    public static readonly IReadOnlyList<string> Flags = ["nullable", "deprecated"];

    public static readonly IReadOnlyList<string> Alternatives = ["oneOf", "anyOf", "allOf"];

    // Others change nothing in what the library sends and reads.
    private static readonly string[] TextFormats = ["date-time", "binary"];

    public string Of(JObject schema, bool required = false) => string.Join(' ',
    [
        Kind(schema),
        .. required ? ["required"] : Array.Empty<string>(),
        .. schema["nullable"].IsTrue() ? ["nullable"] : Array.Empty<string>(),
        .. Limits.Where(name => Limit(schema, name) is not null).Select(name => $"{name}={schema[name]!.ToString(Formatting.None)}"),
        .. schema["deprecated"].IsTrue() ? ["deprecated"] : Array.Empty<string>(),
    ]);

    public string Kind(JObject schema)
    {
        var (name, resolved) = schemas.Resolve(schema);
        return resolved switch
        {
            _ when name is not null => schemas.SourceName(name),
            _ when Alternatives.Select(key => resolved[key]).OfType<JArray>().FirstOrDefault() is [JObject only] => Kind(only),
            _ when Alternatives.FirstOrDefault(key => resolved[key] is JArray) is { } key => $"{key}({string.Join(", ", resolved[key].Objects().Select(item => Of(item)))})",
            _ when resolved["items"] is JObject items => $"[{Of(items)}]",
            _ when resolved["properties"] is JObject { Count: > 0 } => $"{{{string.Join(", ", Members(resolved).Select(member => $"{member.Name}: {member.Text}"))}}}",
            _ when resolved["additionalProperties"] is JObject values => $"map({Of(values)})",
            _ when resolved["type"].Text() is null => resolved["enum"] is null ? Any : $"string{Values(resolved)}",
            _ => resolved["type"].Text() + Format(resolved) + Values(resolved),
        };
    }

    /// <summary>The members of an object, each under its wire name.</summary>
    public IEnumerable<(string Name, string Text)> Members(JObject schema)
    {
        var required = schema["required"].Texts().ToHashSet();
        return schema["properties"].Members()
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => (property.Name, Of((JObject)property.Value, required.Contains(property.Name))));
    }

    /// <summary>A limit or default that says something: a default of null is what a missing member means anyway.</summary>
    public static JToken? Limit(JObject schema, string name) => schema[name] is { Type: not JTokenType.Null } value ? value : null;

    /// <summary>
    /// Whether two say the same. The service calls every number a number and every unknown form an object; the project says
    /// more of both.
    /// </summary>
    public static bool Same(string published, string document) =>
        published == document || (!SaysWhichNumber().IsMatch(published) && Loose(published) == Loose(document));

    public static string Loose(string text) => UnknownForm().Replace(Number().Replace(text, "number"), Any);

    private static string Format(JObject schema) => (schema["type"].Text(), schema["format"].Text()) switch
    {
        ("string", { } format) when TextFormats.Contains(format) => "/" + format,
        ("integer" or "number", "int32" or "int64") => "/" + schema["format"].Text(),
        ("integer" or "number", "float" or "double") => "/double",
        _ => string.Empty,
    };

    private static string Values(JObject schema) => EnumRule.Values(schema).ToList() is { Count: > 0 } values
        ? $" enum({string.Join('|', values.Select(EnumRule.Text).Order(StringComparer.Ordinal))})"
        : string.Empty;

    [GeneratedRegex(@"\b(integer|number)/")]
    private static partial Regex SaysWhichNumber();

    [GeneratedRegex(@"\b(integer|number)(/\w+)?\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\bobject\b")]
    private static partial Regex UnknownForm();
}
