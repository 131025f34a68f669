using System.Text.RegularExpressions;
using GenAuth.Maintain.Import.Output;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>
/// Drafts for texts that a person has to write. Each begins with a mark that the checks of the document refuse: a build can be tried
/// with <c>GenAuthLint=warning</c>, and nothing is released with it.
/// </summary>
internal sealed partial class PlaceholderText(ImportReport report)
{
    public const string Mark = "TODO: ";

    private const int SummaryLimit = 120;

    private readonly Dictionary<string, string?> _published = [];

    /// <summary>The draft for a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="published">The service's text, which is taken if it is English.</param>
    /// <param name="fromName">What the name alone says.</param>
    /// <param name="old">The text of what this replaces under another name; it goes first.</param>
    public string Draft(string place, string? published, string fromName, string? old = null)
    {
        _published[place] = published;
        if (old is not null)
        {
            return Mark + old;
        }

        var cleaned = Blanks().Replace(Markup().Replace(published ?? string.Empty, " "), " ").Trim();
        return Mark + Sentence(cleaned.Any(char.IsLetter) && cleaned.All(letter => letter is >= ' ' and <= '~') ? cleaned : fromName);
    }

    /// <summary>The draft of a summary: one short line about what a method does.</summary>
    public string DraftSummary(string place, string? published, string method)
    {
        var words = NameParts.Sentence(method).Split(' ');
        var text = Draft(place, published, string.Join(' ', [ThirdPerson(words[0]), .. words.Skip(1)]));
        return text.Length > SummaryLimit ? text[..(SummaryLimit - 1)] + "." : text;
    }

    /// <summary>Asks for every draft of the document, those of earlier imports included.</summary>
    public void AskForAll(DocumentPlaces places)
    {
        foreach (var (place, text) in places.Texts.Where(text => text.Value.Text()?.StartsWith(Mark, StringComparison.Ordinal) == true))
        {
            report.Ask(Question.Text, place, "has to be written", text.Text()!, _published.GetValueOrDefault(place));
        }
    }

    private static string ThirdPerson(string verb) => verb switch
    {
        "" or [.., 's'] => verb,
        [.., 'c' or 's', 'h'] or [.., 'x'] => verb + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => verb[..^1] + "ies",
        _ => verb + "s",
    };

    private static string Sentence(string text) => text.TrimEnd('.', ' ') is { Length: > 0 } trimmed ? char.ToUpperInvariant(trimmed[0]) + trimmed[1..] + "." : "Unknown.";

    [GeneratedRegex("<[^>]*>|[<>`*]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
