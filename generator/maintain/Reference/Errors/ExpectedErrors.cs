using System.Text.RegularExpressions;
using GenAuth.Maintain.Reference.Api;

namespace GenAuth.Maintain.Reference.Errors;

/// <summary>
/// Finds the errors that an operation's description mentions, and their exceptions. An operation whose description mentions no error
/// has none.
/// </summary>
internal static partial class ExpectedErrors
{
    private static readonly (string Exception, Regex Words)[] Kinds =
    [
        (ExceptionNames.NotFound, NotFoundWords()),
        (ExceptionNames.Conflict, ConflictWords()),
        (ExceptionNames.Forbidden, ForbiddenWords()),
        (ExceptionNames.RateLimited, RateLimitWords()),
    ];

    public static IReadOnlyList<ExpectedError> Find(DocumentedOperation operation)
    {
        var errors = Sentences(operation.Description).Where(MentionsError).SelectMany(Classify).ToList();
        if (IsSignIn(operation) && !errors.Exists(error => error.Exception == ExceptionNames.ActionRequired))
        {
            errors.Insert(0, new ExpectedError(ExceptionNames.ActionRequired, "The sign-in requires another step, for example a second factor.", []));
        }

        // The base class comes last, as catch clauses require.
        return [.. errors.GroupBy(error => error.Exception).Select(Merge).OrderBy(error => error.Exception == ExceptionNames.ApiError)];
    }

    /// <summary>Whether the response contains the tokens of a user.</summary>
    public static bool IsSignIn(DocumentedOperation operation) =>
        operation.Response["data"]?.Schema is { IsObject: true } data && data["access_token"] is not null && data["id_token"] is not null;

    private static IEnumerable<ExpectedError> Classify(string sentence)
    {
        var codes = Number().Matches(sentence).Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        if (codes.Count > 0)
        {
            return codes.GroupBy(code => ExceptionNames.FromApiCode(code) ?? ExceptionNames.FromStatusCode(code), (exception, group) => new ExpectedError(exception, sentence, [.. group]));
        }

        var kinds = Kinds.Where(kind => kind.Words.IsMatch(sentence)).Select(kind => new ExpectedError(kind.Exception, sentence, [])).ToList();
        return kinds.Count > 0 ? kinds : [new ExpectedError(ExceptionNames.ApiError, sentence, [])];
    }

    private static ExpectedError Merge(IGrouping<string, ExpectedError> errors) =>
        new(errors.Key, string.Join(' ', errors.Select(error => error.When).Distinct()), [.. errors.SelectMany(error => error.Codes).Distinct()]);

    private static bool MentionsError(string sentence) => ErrorWords().IsMatch(sentence) && !OtherCallWords().IsMatch(sentence);

    private static string[] Sentences(string text) => SentenceEnd().Split(text);

    [GeneratedRegex(@"(?<=\.) (?=[A-Z])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(is|are|be|typically) (typically )?refused\b|\bfails\b")]
    private static partial Regex ErrorWords();

    // These sentences describe other calls.
    [GeneratedRegex(@"refused by the service|can still be refused|refused so far")]
    private static partial Regex OtherCallWords();

    [GeneratedRegex(@"\b[Uu]nknown\b|does not exist|do not exist|no such")]
    private static partial Regex NotFoundWords();

    [GeneratedRegex(@"already (in use|used|taken|defined|has)|\btaken\b|belongs to another account")]
    private static partial Regex ConflictWords();

    [GeneratedRegex(@"[Ww]rong (old )?(password|credentials)")]
    private static partial Regex ForbiddenWords();

    [GeneratedRegex("too quickly")]
    private static partial Regex RateLimitWords();

    [GeneratedRegex(@"\b[0-9]{3,4}\b")]
    private static partial Regex Number();
}

/// <summary>An error that an operation's description mentions.</summary>
/// <param name="Exception">The exception that the library throws.</param>
/// <param name="When">The sentence of the description.</param>
/// <param name="Codes">The codes that the document names.</param>
internal sealed record ExpectedError(string Exception, string When, IReadOnlyList<int> Codes);
