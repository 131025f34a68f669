using System.Text.RegularExpressions;

namespace GenAuth.Tests.Document;

/// <summary>What a text that users read may not be.</summary>
internal static partial class ProseRules
{
    private static readonly HashSet<string> Filler =
        ["the", "a", "an", "of", "this", "that", "is", "are", "to", "for", "and", "or", "value", "field", "property", "parameter", "its", "it", "data", "dto", "object"];

    /// <summary>What is wrong with a text about a thing of that name; null for a good one.</summary>
    public static string? Problem(string? text, string name) => text switch
    {
        null or "" => "has no text",
        _ when Placeholder().IsMatch(text) => "is a placeholder",
        _ when Words(text).All(word => Filler.Contains(word) || Words(name).Contains(word)) => "says only the name",
        _ when Unfinished(text) => "is no finished sentence",
        _ when Markup().IsMatch(text) => "holds markup, or a character that Markdown or XML reads as such",
        _ when text.Any(letter => letter is < ' ' or > '~') => "holds a line break or a character outside ASCII",
        _ when text.Contains("  ", StringComparison.Ordinal) || text.Trim() != text => "holds a blank too many",
        _ when text.Contains("authing", StringComparison.OrdinalIgnoreCase) => "has the old brand name",
        _ when Doubled().IsMatch(text) => "has a word twice",
        _ when WrongArticle().IsMatch(text) => "has the wrong one of a and an",
        _ when OtherSpelling().IsMatch(text) => "spells with s what names spell with z",
        _ => null,
    };

    private static bool Unfinished(string text) =>
        text[^1] != '.' || text.EndsWith("..", StringComparison.Ordinal) || !text.Contains(' ', StringComparison.Ordinal)
        || DanglingEnd().IsMatch(text) || text.Count(letter => letter == '(') != text.Count(letter => letter == ')');

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex(@"\b(TODO|TBD|FIXME|XXX|lorem|ipsum|placeholder text|to come|to be (defined|described|documented)|no description)\b|^(n/a|see above)\b|^(Gets or sets|Gets) the \w+\.$", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[<>`]|\*\*\w|\]\(|&(amp|lt|gt|quot|nbsp);|https?://\S+\)|^[-*#] ")]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<!:) (the|a|an|and|or|but|if|when|because)\.$|[,;:]\.$", RegexOptions.IgnoreCase)]
    private static partial Regex DanglingEnd();

    [GeneratedRegex(@"\b(the|a|an|of|or|and|for|to|with|is|are|as|be|not|it) \1\b", RegexOptions.IgnoreCase)]
    private static partial Regex Doubled();

    [GeneratedRegex(@"\b[Aa] (?!one\b|once\b|[Ee]u)[AaEeIiOo]|\b[Aa]n [bcdfgjklmnpqrstvwyz][a-z]")]
    private static partial Regex WrongArticle();

    [GeneratedRegex(@"(author|organ|recogn|synchron|initial|custom|normal)is(e|ing|ation)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherSpelling();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")]
    private static partial Regex Word();
}
