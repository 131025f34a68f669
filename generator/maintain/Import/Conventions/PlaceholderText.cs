using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Output;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>
/// Drafts of texts that a maintainer has to write. Each begins with a prefix that the checks of the document refuse (GENAUTH151), so
/// that no draft is released. <c>GenAuthLint=warning</c> still builds.
/// </summary>
internal sealed partial class PlaceholderText(ImportReport report)
{
    public const string Prefix = "TODO: ";

    private const int SummaryLimit = 120;

    private readonly Dictionary<string, string?> _published = [];

    /// <summary>Creates the draft for a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="published">The service's text, which is used if it is English.</param>
    /// <param name="fromName">A text derived from the name.</param>
    /// <param name="old">The text of the member or parameter that this one replaces; it takes precedence.</param>
    public string Draft(string place, string? published, string fromName, string? old = null)
    {
        _published[place] = published;
        if (old is not null)
        {
            return Prefix + old;
        }

        var cleaned = Blanks().Replace(Markup().Replace(published ?? string.Empty, " "), " ").Trim();
        return Prefix + Sentence(cleaned.Any(char.IsLetter) && cleaned.All(letter => letter is >= ' ' and <= '~') ? cleaned : fromName);
    }

    /// <summary>Creates the draft of a summary: one short line.</summary>
    public string DraftSummary(string place, string? published, string method)
    {
        var words = NameParts.Sentence(method).Split(' ');
        var text = Draft(place, published, string.Join(' ', [ThirdPerson(words[0]), .. words.Skip(1)]));
        return text.Length > SummaryLimit ? text[..(SummaryLimit - 1)] + "." : text;
    }

    /// <summary>Adds a question for every draft of the document, including those of earlier imports.</summary>
    public void ReportAll(DocumentPlaces places)
    {
        foreach (var (place, text) in places.Texts.Where(text => text.Value.Text()?.StartsWith(Prefix, StringComparison.Ordinal) == true))
        {
            report.AddQuestion(QuestionKind.Text, place, "the text is a draft", text.Text()!, _published.GetValueOrDefault(place));
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
