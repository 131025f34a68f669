using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>What a part of a document says, as a text that is the same for parts that say the same.</summary>
internal static class Meaning
{
    /// <summary>What only people read.</summary>
    private static readonly HashSet<string> Texts =
        ["description", "summary", "title", "example", "examples", "externalDocs", "tags", "x-enumDescriptions", "x-enumRemedies", "x-source-name"];

    /// <summary>Below these, the keys are names of the API and not words of OpenAPI.</summary>
    private static readonly HashSet<string> NameSpaces = ["properties", "schemas", "paths", "responses", "content", "parameters", "requestBodies"];

    public static bool IsText(string key) => Texts.Contains(key);

    /// <summary>Everything, whatever the order of keys and of required members.</summary>
    public static string Whole(JToken? token) => Canonical(token, keepsTexts: true, areNames: false)?.ToString(Formatting.None) ?? string.Empty;

    /// <summary>The same without what only people read.</summary>
    public static string OnWire(JToken? token) => Canonical(token, keepsTexts: false, areNames: false)?.ToString(Formatting.None) ?? string.Empty;

    private static JToken? Canonical(JToken? token, bool keepsTexts, bool areNames) => token switch
    {
        JObject owner => new JObject(owner.Properties()
            .Where(property => keepsTexts || areNames || !IsText(property.Name))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => new JProperty(property.Name, property.Name == "required" && !areNames
                ? Sorted(property.Value)
                : Canonical(property.Value, keepsTexts, areNames: !areNames && NameSpaces.Contains(property.Name))))),
        JArray list => new JArray(list.Select(item => Canonical(item, keepsTexts, areNames: false))),
        _ => token?.DeepClone(),
    };

    private static JToken Sorted(JToken required) =>
        required is JArray list && list.All(item => item is JValue) ? new JArray(list.Select(item => item.ToString()).Order(StringComparer.Ordinal)) : required.DeepClone();
}
