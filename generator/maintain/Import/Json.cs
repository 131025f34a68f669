using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import;

/// <summary>What a document says at a place, or nothing when it says something of another kind.</summary>
internal static class Json
{
    public static string? Text(this JToken? token) => (token as JValue)?.Value as string;

    public static bool IsTrue(this JToken? token) => token is JValue { Value: true };

    public static IEnumerable<JProperty> Members(this JToken? token) => ApiDocument.Children(token);

    public static IEnumerable<JObject> Objects(this JToken? token) => (token as JArray)?.OfType<JObject>() ?? [];

    public static IEnumerable<string> Texts(this JToken? token) => (token as JArray)?.Select(item => item.Text()).OfType<string>() ?? [];

    /// <summary>Sets a value, or takes the key away.</summary>
    public static void Put(this JObject node, string key, JToken? value)
    {
        if (value is null or { Type: JTokenType.Null })
        {
            node.Remove(key);
        }
        else
        {
            node[key] = value.DeepClone();
        }
    }
}
