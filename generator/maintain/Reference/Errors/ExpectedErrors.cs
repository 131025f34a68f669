using System.Text.RegularExpressions;

namespace GenAuth.Maintain.Reference;

/// <summary>
/// What an operation's description says about refusals, and which exceptions they are by the meaning of the status codes.
/// Nothing is made up: an operation whose description is silent has none.
/// </summary>
internal static partial class ExpectedErrors
{
    private static readonly (string Exception, Regex Words)[] Kinds =
    [
        (ExceptionOf.NotFound, MissingThing()),
        (ExceptionOf.Conflict, TakenThing()),
        (ExceptionOf.Forbidden, WrongCredentials()),
        (ExceptionOf.RateLimited, TooQuick()),
    ];

    public static IReadOnlyList<ExpectedError> Of(ApiOperation operation)
    {
        var errors = Sentences(operation.Description).Where(IsRefusal).SelectMany(Classify).ToList();
        if (IsSignIn(operation) && !errors.Exists(error => error.Exception == ExceptionOf.NextStep))
        {
            errors.Insert(0, new ExpectedError(ExceptionOf.NextStep, "The sign-in is not finished and asks for another step, for example a second factor.", []));
        }

        // The one that catches all of them has to come last.
        return [.. errors.GroupBy(error => error.Exception).Select(Merge).OrderBy(error => error.Exception == ExceptionOf.AnyRefusal)];
    }

    /// <summary>Whether the answer holds the tokens of a user.</summary>
    public static bool IsSignIn(ApiOperation operation) =>
        operation.Response["data"]?.Schema is { IsObject: true } data && data["access_token"] is not null && data["id_token"] is not null;

    private static IEnumerable<ExpectedError> Classify(string sentence)
    {
        var codes = Number().Matches(sentence).Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        if (codes.Count > 0)
        {
            return codes.GroupBy(code => ExceptionOf.ApiCode(code) ?? ExceptionOf.StatusCode(code), (exception, own) => new ExpectedError(exception, sentence, [.. own]));
        }

        var kinds = Kinds.Where(kind => kind.Words.IsMatch(sentence)).Select(kind => new ExpectedError(kind.Exception, sentence, [])).ToList();
        return kinds.Count > 0 ? kinds : [new ExpectedError(ExceptionOf.AnyRefusal, sentence, [])];
    }

    private static ExpectedError Merge(IGrouping<string, ExpectedError> errors) =>
        new(errors.Key, string.Join(' ', errors.Select(error => error.When).Distinct()), [.. errors.SelectMany(error => error.Codes).Distinct()]);

    private static bool IsRefusal(string sentence) => Refusal().IsMatch(sentence) && !NoRefusal().IsMatch(sentence);

    private static string[] Sentences(string text) => SentenceEnd().Split(text);

    [GeneratedRegex(@"(?<=\.) (?=[A-Z])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(is|are|be|typically) (typically )?refused\b|\bfails\b")]
    private static partial Regex Refusal();

    // Of another call than this one.
    [GeneratedRegex(@"refused by the service|can still be refused|refused so far")]
    private static partial Regex NoRefusal();

    [GeneratedRegex(@"\b[Uu]nknown\b|does not exist|do not exist|no such")]
    private static partial Regex MissingThing();

    [GeneratedRegex(@"already (in use|used|taken|defined|has)|\btaken\b|belongs to another account")]
    private static partial Regex TakenThing();

    [GeneratedRegex(@"[Ww]rong (old )?(password|credentials)")]
    private static partial Regex WrongCredentials();

    [GeneratedRegex("too quickly")]
    private static partial Regex TooQuick();

    [GeneratedRegex(@"\b[0-9]{3,4}\b")]
    private static partial Regex Number();
}
