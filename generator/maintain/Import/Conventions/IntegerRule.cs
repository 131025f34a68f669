using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>
/// Decides type and format of a number: from its format; else from other members of the same name, if they agree; else from
/// its values or its name: IDs, times and durations are int64, counts and codes int32. Otherwise it adds a question.
/// </summary>
internal sealed partial class IntegerRule(ProjectConventions conventions, ImportReport report)
{
    private static readonly string[] Values = ["default", "example", "minimum", "maximum"];

    public (string Type, string Format) TypeOf(JObject schema, string place, string name)
    {
        var values = Values.Select(key => schema[key]).OfType<JToken>().ToList();
        return (schema["type"].Text(), schema["format"].Text(), conventions.NumberTypes[name].Distinct().ToList()) switch
        {
            (_, "int32" or "int64", _) => ("integer", schema["format"].Text()!),
            (_, "float" or "double", _) => ("number", "double"),
            (_, _, [var single]) => single,
            _ when values.Any(value => value.Type == JTokenType.Float) => ("number", "double"),
            _ when values.Any(value => value.Type == JTokenType.Integer && !int.TryParse(value.ToString(), out _)) => ("integer", "int64"),
            _ when Long().IsMatch(name) => ("integer", "int64"),
            _ when Short().IsMatch(name) => ("integer", "int32"),
            _ => AskForFormat(place),
        };
    }

    private (string, string) AskForFormat(string place)
    {
        // int64 holds every value.
        report.AddQuestion(QuestionKind.Integer, place, "neither the name nor the values show the size of this number", "integer/int64");
        return ("integer", "int64");
    }

    [GeneratedRegex("(Id|Ids|At|Time|Date|Start|End|Expire|Expires|ExpiresIn|ExpireIn|OfSecond|Timestamp|Bytes)$|_(id|at|time|in)$|^(id|exp|iat|nbf|start|end|timestamp|time)$")]
    private static partial Regex Long();

    [GeneratedRegex("(count|total|page|limit|size|length|num|number|index|sort|order|status|code|type|port|level|times|version|days|hours|minutes|percent|max|min)$|^(page|max|min|num|total)", RegexOptions.IgnoreCase)]
    private static partial Regex Short();
}
