using System.Text.RegularExpressions;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>
/// Which number a number is. What the schema says itself; else what the same name is elsewhere, if that is one thing; else what
/// its values or its name tell: IDs, times and durations are int64, counts and codes int32. The rest is asked.
/// </summary>
internal sealed partial class IntegerRule(Vocabulary vocabulary, ImportReport report)
{
    private static readonly string[] Values = ["default", "example", "minimum", "maximum"];

    public (string Type, string Format) TypeOf(JObject schema, string place, string name)
    {
        var values = Values.Select(key => schema[key]).OfType<JToken>().ToList();
        return (schema["type"].Text(), schema["format"].Text(), vocabulary.Numbers[name].Distinct().ToList()) switch
        {
            (_, "int32" or "int64", _) => ("integer", schema["format"].Text()!),
            (_, "float" or "double", _) => ("number", "double"),
            (_, _, [var only]) => only,
            _ when values.Any(value => value.Type == JTokenType.Float) => ("number", "double"),
            _ when values.Any(value => value.Type == JTokenType.Integer && !int.TryParse(value.ToString(), out _)) => ("integer", "int64"),
            _ when Long().IsMatch(name) => ("integer", "int64"),
            _ when Short().IsMatch(name) => ("integer", "int32"),
            _ => Ask(place),
        };
    }

    private (string, string) Ask(string place)
    {
        // The wider one holds every value.
        report.Ask(Question.Integer, place, "neither the name nor the values tell the size of this number", "integer/int64");
        return ("integer", "int64");
    }

    [GeneratedRegex("(Id|Ids|At|Time|Date|Start|End|Expire|Expires|ExpiresIn|ExpireIn|OfSecond|Timestamp|Bytes)$|_(id|at|time|in)$|^(id|exp|iat|nbf|start|end|timestamp|time)$")]
    private static partial Regex Long();

    [GeneratedRegex("(count|total|page|limit|size|length|num|number|index|sort|order|status|code|type|port|level|times|version|days|hours|minutes|percent|max|min)$|^(page|max|min|num|total)", RegexOptions.IgnoreCase)]
    private static partial Regex Short();
}
