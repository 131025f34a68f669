using System.Globalization;
using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Checks whether a sample is valid for its schema. A free-form schema accepts everything.</summary>
/// <param name="resolve">Follows a reference of a schema.</param>
internal sealed class SampleCheck(Func<JObject, JObject> resolve)
{
    private static readonly Regex Utc = new(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z\z");

    /// <summary>Whether a text is a point in time as the service writes one: RFC 3339 in UTC.</summary>
    public static bool IsInstant(string text) => Utc.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public IEnumerable<(string Place, JToken Token, string Fault)> Problems(JObject schema, JToken sample, string place)
    {
        var resolved = resolve(schema);
        var type = resolved.Text("type");
        if (sample.Type == JTokenType.Null)
        {
            return schema.IsTrue("nullable") || type is null ? [] : [(place, sample, "The sample is null.")];
        }

        return type switch
        {
            "object" when sample is JObject members => Members(resolved, members, place),
            "array" when sample is JArray items => Items(resolved, items, place),
            "string" when sample.AsText() is { } text => Text(resolved, text).Select(fault => (place, sample, fault)),
            "integer" when sample is JValue { Value: long number } => Number(resolved, number).Select(fault => (place, sample, fault)),
            "number" when sample.Type is JTokenType.Integer or JTokenType.Float => [],
            "boolean" when sample.Type == JTokenType.Boolean => [],
            null => [],
            _ => [(place, sample, $"The sample is not of type {type}.")],
        };
    }

    private IEnumerable<(string Place, JToken Token, string Fault)> Members(JObject schema, JObject members, string place)
    {
        if (schema.Object("properties") is not { } properties)
        {
            return [];
        }

        return members.Properties()
            .SelectMany(member => properties.Object(member.Name) is { } known
                ? Problems(known, member.Value, $"{place}.{member.Name}")
                : [(Place: $"{place}.{member.Name}", Token: (JToken)member, Fault: "The schema does not have this member.")])
            .Concat(schema.List("required").Select(name => name.AsText()).OfType<string>().Where(name => !members.Has(name))
                .Select(name => ($"{place}.{name}", (JToken)members, "The member is required, but missing in the sample.")));
    }

    private IEnumerable<(string Place, JToken Token, string Fault)> Items(JObject schema, JArray items, string place)
    {
        if (items.Count < (schema.Integer("minItems") ?? 0) || items.Count > (schema.Integer("maxItems") ?? long.MaxValue))
        {
            yield return (place, items, $"The sample has {items.Count} items, which is out of bounds.");
        }

        var problems = schema.Object("items") is { } item ? items.SelectMany((sample, index) => Problems(item, sample, $"{place}[{index}]")) : [];
        foreach (var problem in problems)
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Text(JObject schema, string text)
    {
        if (text.Length < (schema.Integer("minLength") ?? 0) || text.Length > (schema.Integer("maxLength") ?? long.MaxValue))
        {
            yield return $"The sample has {text.Length} characters, which is out of bounds.";
        }

        if (schema.Has("enum") && !schema.List("enum").Any(value => value.AsText() == text))
        {
            yield return $"The sample '{Finding.Quote(text)}' is not one of the values.";
        }

        if (schema.Text("format") == "date-time" && !IsInstant(text))
        {
            yield return $"The sample '{Finding.Quote(text)}' is no point in time in UTC.";
        }

        if (text.Any(letter => letter is < ' ' or > '~') || ProseProblem.HasOldBrand(text))
        {
            yield return $"The sample '{Finding.Quote(text)}' contains a non-ASCII character or the former brand name.";
        }
    }

    private static IEnumerable<string> Number(JObject schema, long number)
    {
        if (number < (schema.Integer("minimum") ?? long.MinValue) || number > (schema.Integer("maximum") ?? long.MaxValue))
        {
            yield return $"The sample {number} is out of bounds.";
        }

        if (schema.Text("format") == "int32" && number is < int.MinValue or > int.MaxValue)
        {
            yield return $"The sample {number} is larger than an int32.";
        }

        if (schema.Has("enum") && !schema.List("enum").Any(value => value is JValue { Value: long known } && known == number))
        {
            yield return $"The sample {number} is not one of the values.";
        }
    }
}
