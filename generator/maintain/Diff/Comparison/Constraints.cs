using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>What the service expects of a value beyond its type. The SDK sends what it is given, so the service is the one to refuse it.</summary>
internal static class Constraints
{
    private static readonly HashSet<string> Least = ["minimum", "minLength", "minItems", "minProperties", "exclusiveMinimum"];
    private static readonly HashSet<string> Most = ["maximum", "maxLength", "maxItems", "maxProperties", "exclusiveMaximum"];
    private static readonly HashSet<string> Others = ["default", "pattern", "uniqueItems", "multipleOf", "readOnly", "writeOnly"];

    public static bool Are(string key) => Least.Contains(key) || Most.Contains(key) || Others.Contains(key);

    /// <summary>Whether a value that was good may not be any more, or leaving it out may mean something else.</summary>
    public static bool AreTighter(string key, JToken? old, JToken? current) =>
        key == "default" || (current is not null && (old is null || !IsNumber(old) || !IsNumber(current)
            || (Least.Contains(key) ? (double)current > (double)old : !Most.Contains(key) || (double)current < (double)old)));

    private static bool IsNumber(JToken value) => value.Type is JTokenType.Integer or JTokenType.Float;
}
