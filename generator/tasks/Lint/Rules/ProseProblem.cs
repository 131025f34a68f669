using System.Text.RegularExpressions;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Finds problems of texts that users see.</summary>
internal static class ProseProblem
{
    // The texts of the document have half a megabyte.
    private const RegexOptions Fast = RegexOptions.CultureInvariant | RegexOptions.Compiled;

    private static readonly HashSet<string> Filler =
        ["the", "a", "an", "of", "this", "that", "is", "are", "to", "for", "and", "or", "value", "field", "property", "parameter", "its", "it", "data", "dto", "object"];

    private static readonly Regex Placeholder = new(
        @"\b(TODO|TBD|FIXME|XXX|lorem|ipsum|placeholder text|to come|to be (defined|described|documented)|no description)\b|^(n/a|see above)\b|^(Gets or sets|Gets) the \w+\.$", Fast | RegexOptions.IgnoreCase);

    private static readonly Regex Markup = new(@"[<>`]|\*\*\w|\]\(|&(amp|lt|gt|quot|nbsp);|https?://\S+\)|^[-*#] ", Fast);

    private static readonly Regex DanglingEnd = new(@"(?<!:) (the|a|an|and|or|but|if|when|because)\.$|[,;:]\.$", Fast | RegexOptions.IgnoreCase);

    private static readonly Regex Doubled = new(@"\b(the|a|an|of|or|and|for|to|with|is|are|as|be|not|it) \1\b", Fast | RegexOptions.IgnoreCase);

    private static readonly Regex WrongArticle = new(@"\b[Aa] (?!one\b|once\b|[Ee]u)[AaEeIiOo]|\b[Aa]n [bcdfgjklmnpqrstvwyz][a-z]", Fast);

    private static readonly Regex BritishSpelling = new(@"(author|organ|recogn|synchron|initial|custom|normal)is(e|ing|ation)", Fast | RegexOptions.IgnoreCase);

    private static readonly Regex OldBrand = new("authing", Fast | RegexOptions.IgnoreCase);

    private static readonly Regex Word = new("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+", Fast);

    /// <summary>The problem of a text that describes something of the given name; null for a valid text.</summary>
    public static string? Find(string? text, string name) => text switch
    {
        null or "" => "has no text",
        _ when IsPlaceholder(text) => "is a placeholder",
        _ when SaysOnly(text, name) => "says only the name",
        _ => FindInWording(text),
    };

    /// <summary>Whether the text is a placeholder.</summary>
    public static bool IsPlaceholder(string text) => Placeholder.IsMatch(text);

    /// <summary>Whether a text only repeats the name.</summary>
    public static bool SaysOnly(string text, string name)
    {
        List<string>? known = null;
        return Words(text).All(word => Filler.Contains(word) || (known ??= [.. Words(name)]).Contains(word));
    }

    /// <summary>Whether a text contains the service's former name.</summary>
    public static bool HasOldBrand(string text) => OldBrand.IsMatch(text);

    /// <summary>The problem of the wording of a text, independent of what it describes.</summary>
    public static string? FindInWording(string text) => text switch
    {
        _ when IsIncomplete(text) => "is not a complete sentence",
        _ when Markup.IsMatch(text) => "contains markup, or a character that Markdown or XML interprets",
        _ when text.Any(letter => letter is < ' ' or > '~') => "contains a line break or a non-ASCII character",
        _ when text.Contains("  ") || text.Trim() != text => "contains a superfluous space",
        _ when HasOldBrand(text) => "contains the former brand name",
        _ when Doubled.IsMatch(text) => "repeats a word",
        _ when WrongArticle.IsMatch(text) => "confuses a and an",
        _ when BritishSpelling.IsMatch(text) => "uses -ise instead of -ize",
        _ => null,
    };

    private static bool IsIncomplete(string text) =>
        text[text.Length - 1] != '.' || text.EndsWith("..", StringComparison.Ordinal) || !text.Contains(' ')
        || DanglingEnd.IsMatch(text) || text.Count(letter => letter == '(') != text.Count(letter => letter == ')');

    private static IEnumerable<string> Words(string text) => Word.Matches(text).Cast<Match>().Select(match => match.Value.ToLowerInvariant());
}
