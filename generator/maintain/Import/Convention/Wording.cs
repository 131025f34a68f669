using System.Text.RegularExpressions;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>
/// Texts for what has none yet. Each begins with a mark that the checks of the document refuse, so that a build can be tried
/// but nothing is released with it.
/// </summary>
internal sealed partial class Wording(ImportReport report)
{
    public const string Mark = "TODO: ";

    private const int SummaryLimit = 120;

    /// <summary>A text for a place: what the service says if that is English, otherwise what can be told from the name.</summary>
    public string Text(string place, string? published, string fromName, int limit = int.MaxValue)
    {
        var cleaned = Blanks().Replace(Markup().Replace(published ?? string.Empty, " "), " ").Trim();
        var text = Mark + Finished(cleaned.Any(char.IsLetter) && cleaned.All(letter => letter is >= ' ' and <= '~') ? cleaned : fromName);
        text = text.Length > limit ? text[..(limit - 1)] + "." : text;
        report.Ask(Question.Text, place, "new: needs words of its own", text, published);
        return text;
    }

    /// <summary>One short line about what a method does.</summary>
    public string Summary(string place, string? published, string method)
    {
        var words = Words.Sentence(method).Split(' ');
        return Text(place, published, string.Join(' ', [Third(words[0]), .. words.Skip(1)]), SummaryLimit);
    }

    /// <summary>What an earlier import left to write, and nobody wrote.</summary>
    public static void AskForTheUnfinished(JObject root, ImportReport report)
    {
        var asked = report.Undecided.Select(item => item.Proposal).ToHashSet();
        foreach (var value in root.Descendants().OfType<JValue>().Where(value => value.Text()?.StartsWith(Mark, StringComparison.Ordinal) == true && asked.Add(value.Text()!)))
        {
            report.Ask(Question.Text, value.Path, "left by an earlier import", value.Text()!);
        }
    }

    private static string Third(string verb) => verb switch
    {
        "" or [.., 's'] => verb,
        [.., 'c' or 's', 'h'] or [.., 'x'] => verb + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => verb[..^1] + "ies",
        _ => verb + "s",
    };

    private static string Finished(string text) => text.TrimEnd('.', ' ') is { Length: > 0 } trimmed ? char.ToUpperInvariant(trimmed[0]) + trimmed[1..] + "." : "Unknown.";

    [GeneratedRegex("<[^>]*>|[<>`*]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
