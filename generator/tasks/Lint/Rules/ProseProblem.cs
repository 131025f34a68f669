using System.Text.RegularExpressions;

namespace GenAuth.Build;

/// <summary>What a text that users read may not be.</summary>
internal static class ProseProblem
{
    // The texts are half a megabyte.
    private const RegexOptions Fast = RegexOptions.CultureInvariant | RegexOptions.Compiled;

    private static readonly HashSet<string> Filler =
        ["the", "a", "an", "of", "this", "that", "is", "are", "to", "for", "and", "or", "value", "field", "property", "parameter", "its", "it", "data", "dto", "object"];

    private static readonly Regex Placeholder = new(
        @"\b(TODO|TBD|FIXME|XXX|lorem|ipsum|placeholder text|to come|to be (defined|described|documented)|no description)\b|^(n/a|see above)\b|^(Gets or sets|Gets) the \w+\.$", Fast | RegexOptions.IgnoreCase);

    private static readonly Regex Markup = new(@"[<>`]|\*\*\w|\]\(|&(amp|lt|gt|quot|nbsp);|https?://\S+\)|^[-*#] ", Fast);

    private static readonly Regex DanglingEnd = new(@"(?<!:) (the|a|an|and|or|but|if|when|because)\.$|[,;:]\.$", Fast | RegexOptions.IgnoreCase);

    private static readonly Regex Doubled = new(@"\b(the|a|an|of|or|and|for|to|with|is|are|as|be|not|it) \1\b", Fast | RegexOptions.IgnoreCase);

    private static readonly Regex WrongArticle = new(@"\b[Aa] (?!one\b|once\b|[Ee]u)[AaEeIiOo]|\b[Aa]n [bcdfgjklmnpqrstvwyz][a-z]", Fast);

    private static readonly Regex OtherSpelling = new(@"(author|organ|recogn|synchron|initial|custom|normal)is(e|ing|ation)", Fast | RegexOptions.IgnoreCase);

    private static readonly Regex OldBrand = new("authing", Fast | RegexOptions.IgnoreCase);

    private static readonly Regex Word = new("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+", Fast);

    /// <summary>What is wrong with a text about a thing of that name; null for a good one.</summary>
    public static string? Of(string? text, string name) => text switch
    {
        null or "" => "has no text",
        _ when IsPlaceholder(text) => "is a placeholder",
        _ when SaysOnly(text, name) => "says only the name",
        _ => OfWording(text),
    };

    /// <summary>Whether somebody still has to write the text.</summary>
    public static bool IsPlaceholder(string text) => Placeholder.IsMatch(text);

    /// <summary>Whether a text only repeats what the thing is called.</summary>
    public static bool SaysOnly(string text, string name)
    {
        List<string>? known = null;
        return Words(text).All(word => Filler.Contains(word) || (known ??= [.. Words(name)]).Contains(word));
    }

    /// <summary>Whether a text speaks of the service by its former name.</summary>
    public static bool HasOldBrand(string text) => OldBrand.IsMatch(text);

    /// <summary>What is wrong with the wording of a text that is there, whatever it is about.</summary>
    public static string? OfWording(string text) => text switch
    {
        _ when Unfinished(text) => "is no finished sentence",
        _ when Markup.IsMatch(text) => "holds markup, or a character that Markdown or XML reads as such",
        _ when text.Any(letter => letter is < ' ' or > '~') => "holds a line break or a character outside ASCII",
        _ when text.Contains("  ") || text.Trim() != text => "holds a blank too many",
        _ when HasOldBrand(text) => "has the old brand name",
        _ when Doubled.IsMatch(text) => "has a word twice",
        _ when WrongArticle.IsMatch(text) => "has the wrong one of a and an",
        _ when OtherSpelling.IsMatch(text) => "spells with s what names spell with z",
        _ => null,
    };

    private static bool Unfinished(string text) =>
        text[text.Length - 1] != '.' || text.EndsWith("..", StringComparison.Ordinal) || !text.Contains(' ')
        || DanglingEnd.IsMatch(text) || text.Count(letter => letter == '(') != text.Count(letter => letter == ')');

    private static IEnumerable<string> Words(string text) => Word.Matches(text).Cast<Match>().Select(match => match.Value.ToLowerInvariant());
}
