using GenAuth.Build.Document;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Documents;

/// <summary>Reads JSON values of unknown kinds: a value of another kind than the requested one counts as absent.</summary>
internal static class JsonExtensions
{
    public static string? Text(this JToken? token) => (token as JValue)?.Value as string;

    public static bool IsTrue(this JToken? token) => token is JValue { Value: true };

    public static IEnumerable<JProperty> Members(this JToken? token) => ApiDocument.Children(token);

    public static IEnumerable<JObject> Objects(this JToken? token) => (token as JArray)?.OfType<JObject>() ?? [];

    public static IEnumerable<string> Texts(this JToken? token) => (token as JArray)?.Select(item => item.Text()).OfType<string>() ?? [];

    /// <summary>The value as JSON on one line, <c>none</c> when there is no value.</summary>
    public static string ToJson(this JToken? token) => token?.ToString(Formatting.None) ?? "none";

    /// <summary>Sets a value, or removes the key for a missing one. A null text arrives as a <see cref="JValue"/> without a value.</summary>
    public static void Put(this JObject node, string key, JToken? value)
    {
        if (value is null or JValue { Value: null })
        {
            node.Remove(key);
        }
        else
        {
            node[key] = value.DeepClone();
        }
    }
}
