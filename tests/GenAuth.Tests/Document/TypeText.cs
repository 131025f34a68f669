using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>A schema of the document in the notation of <c>facts.txt</c>, with the names of the service.</summary>
internal static class TypeText
{
    private static readonly string[] Constraints = ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "default"];

    public static string Write(JObject schema, bool required = false) => string.Join(' ',
    [
        Kind(schema),
        .. required ? ["required"] : Array.Empty<string>(),
        .. (bool?)schema["nullable"] == true ? ["nullable"] : Array.Empty<string>(),
        .. Constraints.Where(name => schema[name] is not null).Select(name => $"{name}={schema[name]!.ToString(Formatting.None)}"),
        .. (bool?)schema["deprecated"] == true ? ["deprecated"] : Array.Empty<string>(),
    ]);

    /// <summary>The name of a schema in the service's documents.</summary>
    public static string OriginalName(string name) => (string?)TheDocument.Schemas[name]!["x-source-name"] ?? name;

    /// <summary>The members of an object, each under its wire name.</summary>
    public static IEnumerable<(string Name, string Text)> Members(JObject schema)
    {
        var required = schema["required"]?.Select(name => (string)name!).ToHashSet() ?? [];
        return TheDocument.Properties(schema)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => (property.Name, Write((JObject)property.Value, required.Contains(property.Name))));
    }

    private static string Kind(JObject schema)
    {
        if (TheDocument.NameIn(schema) is { } name)
        {
            var target = (JObject)TheDocument.Schemas[name]!;
            return target["enum"] is null ? OriginalName(name) : Kind(target);
        }

        return schema switch
        {
            _ when schema["items"] is JObject items => $"[{Write(items)}]",
            _ when schema["properties"] is not null => $"{{{string.Join(", ", Members(schema).Select(member => $"{member.Name}: {member.Text}"))}}}",
            _ when schema["type"] is null => "any",
            _ => (string)schema["type"]! + Format(schema) + Values(schema),
        };
    }

    private static string Format(JObject schema) => schema["format"] is { } format ? $"/{(string?)format}" : string.Empty;

    private static string Values(JObject schema) => schema["enum"] is { } values
        ? $" enum({string.Join('|', values.Select(value => (string)value!).Order(StringComparer.Ordinal))})"
        : string.Empty;
}
