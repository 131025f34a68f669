using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Samples;

/// <summary>Where two JSON values mean something different. Neither the order of members nor the spelling of numbers has a meaning.</summary>
internal static class JsonDifference
{
    public static IEnumerable<string> Between(JToken expected, JToken? actual, string place = "$") => (expected, actual) switch
    {
        (JObject left, JObject right) => Names(left).Union(Names(right), StringComparer.Ordinal).SelectMany(name => (left[name], right[name]) switch
        {
            (null, { } more) => [$"{place}.{name} is {Show(more)} but should not be there"],
            ({ } missing, null) => [$"{place}.{name} is missing but should be {Show(missing)}"],
            var (one, other) => Between(one!, other, $"{place}.{name}"),
        }),
        (JArray left, JArray right) when left.Count == right.Count => left.Zip(right).SelectMany((pair, index) => Between(pair.First, pair.Second, $"{place}[{index}]")),
        (JValue left, JValue right) when IsNumber(left) && IsNumber(right) && (decimal)left == (decimal)right => [],
        (JValue left, JValue right) when left.Type == right.Type && Equals(left.Value, right.Value) => [],
        (JArray left, JArray right) => [$"{place} has {right.Count} items instead of {left.Count}"],
        _ => [$"{place} is {Show(actual)} but should be {Show(expected)}"],
    };

    public static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }

    private static bool IsNumber(JValue value) => value.Type is JTokenType.Integer or JTokenType.Float;

    private static IEnumerable<string> Names(JObject value) => value.Properties().Select(property => property.Name);

    private static string Show(JToken? value) => value?.ToString(Formatting.None) ?? "nothing";
}
