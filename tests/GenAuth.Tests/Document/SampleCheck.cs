using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>Whether a sample is one of its schema.</summary>
internal static partial class SampleCheck
{
    /// <summary>What is wrong with a sample; empty for a good one. A free-form schema takes everything.</summary>
    public static IEnumerable<string> Problems(JObject schema, JToken sample, string place)
    {
        var meaning = TheDocument.Meaning(schema);
        if (sample.Type == JTokenType.Null)
        {
            return (bool?)schema["nullable"] == true || meaning["type"] is null ? [] : [place + " is null"];
        }

        return (string?)meaning["type"] switch
        {
            "object" when sample is JObject members => Members(meaning, members, place),
            "array" when sample is JArray items => Items(meaning, items, place),
            "string" when sample.Type == JTokenType.String => Text(meaning, (string)sample!, place),
            "integer" when sample.Type == JTokenType.Integer => Number(meaning, (long)sample, place),
            "number" when sample.Type is JTokenType.Integer or JTokenType.Float => [],
            "boolean" when sample.Type == JTokenType.Boolean => [],
            null => [],
            var type => [$"{place} is no {type}"],
        };
    }

    private static IEnumerable<string> Members(JObject schema, JObject members, string place)
    {
        if (schema["properties"] is not JObject properties)
        {
            return [];
        }

        return members.Properties()
            .SelectMany(member => properties[member.Name] is JObject known ? Problems(known, member.Value, $"{place}.{member.Name}") : [$"{place}.{member.Name} is unknown"])
            .Concat((schema["required"] ?? new JArray()).Select(name => (string)name!).Where(name => members[name] is null).Select(name => $"{place}.{name} is missing"));
    }

    private static IEnumerable<string> Items(JObject schema, JArray items, string place)
    {
        var ofList = items.Count < ((int?)schema["minItems"] ?? 0) || items.Count > ((int?)schema["maxItems"] ?? int.MaxValue) ? [$"{place} has {items.Count} items"] : Array.Empty<string>();
        return ofList.Concat(items.SelectMany((item, index) => Problems((JObject)schema["items"]!, item, $"{place}[{index}]")));
    }

    private static IEnumerable<string> Text(JObject schema, string text, string place)
    {
        if (text.Length < ((int?)schema["minLength"] ?? 0) || text.Length > ((int?)schema["maxLength"] ?? int.MaxValue))
        {
            yield return $"{place} has {text.Length} characters";
        }

        if (schema["enum"] is { } values && !values.Any(value => (string?)value == text))
        {
            yield return $"{place} is none of the values: {text}";
        }

        if ((string?)schema["format"] == "date-time" && !(Moment().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)))
        {
            yield return $"{place} is no moment in UTC: {text}";
        }

        if (text.Any(letter => letter is < ' ' or > '~') || text.Contains("authing", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{place} is not for our readers: {text}";
        }
    }

    private static IEnumerable<string> Number(JObject schema, long number, string place)
    {
        if (number < ((long?)schema["minimum"] ?? long.MinValue) || number > ((long?)schema["maximum"] ?? long.MaxValue))
        {
            yield return $"{place} is out of bounds: {number}";
        }

        if ((string?)schema["format"] == "int32" && number is < int.MinValue or > int.MaxValue)
        {
            yield return $"{place} is larger than an int32: {number}";
        }

        if (schema["enum"] is { } values && !values.Any(value => (long)value == number))
        {
            yield return $"{place} is none of the values: {number}";
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
    private static partial Regex Moment();
}
