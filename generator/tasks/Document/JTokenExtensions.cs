using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Reads members of nodes of unknown kind: a member of another kind than the requested one counts as absent.</summary>
internal static class JTokenExtensions
{
    public static string? Text(this JToken? node, string key) => (node as JObject)?[key].AsText();

    public static string? AsText(this JToken? node) => node is JValue { Value: string text } ? text : null;

    public static long? Integer(this JToken? node, string key) => (node as JObject)?[key] is JValue { Value: long number } ? number : null;

    public static bool IsTrue(this JToken? node, string key) => (node as JObject)?[key] is JValue { Value: true };

    public static bool Has(this JToken? node, string key) => (node as JObject)?[key] is not null;

    public static JObject? Object(this JToken? node, string key) => (node as JObject)?[key] as JObject;

    public static IReadOnlyList<JToken> List(this JToken? node, string key) => (node as JObject)?[key] is JArray list ? list.ToList() : [];

    public static IEnumerable<JProperty> Members(this JToken? node, string key) => ApiDocument.Children((node as JObject)?[key]);

    public static IEnumerable<string> Keys(this JToken? node) => ApiDocument.Children(node).Select(member => member.Name);

    /// <summary>The member's node for locating a message, or its owner if it is absent.</summary>
    public static JToken At(this JToken node, string key) => (JToken?)(node as JObject)?.Property(key) ?? node;
}
