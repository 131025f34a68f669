using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Writes parts of a document as canonical JSON, which is equal for parts of equal meaning.</summary>
internal static class CanonicalJson
{
    /// <summary>Keys that do not affect requests and responses.</summary>
    private static readonly HashSet<string> TextKeys =
        ["description", "summary", "title", "example", "examples", "externalDocs", "tags", "x-enumDescriptions", "x-enumRemedies", "x-source-name"];

    /// <summary>Keys whose objects have names of the API as keys instead of OpenAPI keywords.</summary>
    private static readonly HashSet<string> MapKeys = ["properties", "schemas", "paths", "responses", "content", "parameters", "requestBodies"];

    public static bool IsText(string key) => TextKeys.Contains(key);

    /// <summary>Writes everything. The order of keys and of required members does not matter.</summary>
    public static string Write(JToken? token) => Canonical(token, keepsTexts: true, areNames: false)?.ToString(Formatting.None) ?? string.Empty;

    /// <summary>Writes the value without texts.</summary>
    public static string WriteWithoutTexts(JToken? token) => Canonical(token, keepsTexts: false, areNames: false)?.ToString(Formatting.None) ?? string.Empty;

    private static JToken? Canonical(JToken? token, bool keepsTexts, bool areNames) => token switch
    {
        JObject owner => new JObject(owner.Properties()
            .Where(property => keepsTexts || areNames || !IsText(property.Name))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => new JProperty(property.Name, property.Name == "required" && !areNames
                ? Sorted(property.Value)
                : Canonical(property.Value, keepsTexts, areNames: !areNames && MapKeys.Contains(property.Name))))),
        JArray list => new JArray(list.Select(item => Canonical(item, keepsTexts, areNames: false))),
        _ => token?.DeepClone(),
    };

    private static JToken Sorted(JToken required) =>
        required is JArray list && list.All(item => item is JValue) ? new JArray(list.Select(item => item.ToString()).Order(StringComparer.Ordinal)) : required.DeepClone();
}
