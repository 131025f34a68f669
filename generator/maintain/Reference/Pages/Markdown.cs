using System.Text;
using System.Text.RegularExpressions;
using GenAuth.Build.Document;

namespace GenAuth.Maintain.Reference.Pages;

/// <summary>Writes texts as Markdown that displays them literally, also in tables.</summary>
internal static partial class Markdown
{
    public static string Text(string text) => Special().Replace(OneLine(text), "\\$0");

    /// <summary>Inline code. The bar is escaped too, because tables are split into cells before inline code is recognized.</summary>
    public static string Code(string text)
    {
        var line = OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);
        // The fence is longer than every sequence of backticks in the text.
        var fence = new string('`', Backticks().Matches(line).Select(match => match.Length).DefaultIfEmpty(0).Max() + 1);
        var blank = line.StartsWith('`') || line.EndsWith('`') ? " " : string.Empty;
        return line.Length == 0 ? "(empty)" : $"{fence}{blank}{line}{blank}{fence}";
    }

    public static string Link(string text, string target) => $"[{Text(text)}]({target})";

    public static string Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new StringBuilder();
        foreach (var row in rows.Prepend([.. heads.Select(_ => "---")]).Prepend(heads))
        {
            table.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return table.ToString();
    }

    /// <summary>A code block. Its fence is longer than every sequence of backticks in the text.</summary>
    public static string Fence(string language, string text)
    {
        var fence = new string('`', Math.Max(3, Backticks().Matches(text).Select(match => match.Length).DefaultIfEmpty(0).Max() + 1));
        return $"{fence}{language}\n{text.TrimEnd()}\n{fence}\n";
    }

    /// <summary>The anchor of a heading, as common renderers create it.</summary>
    public static string Anchor(string heading) => "#" + NoAnchor().Replace(heading.ToLowerInvariant(), string.Empty).Replace(' ', '-');

    // Other invisible characters are escaped, so that they cannot change the appearance of the page.
    private static string OneLine(string text) => PrintableText.Show(LineBreaks().Replace(text, " ").Trim());

    // The beginning of a paragraph could be read as a heading, a list or a rule.
    [GeneratedRegex(@"[\\`*\[\]<>|{}&]|(?<!\w)_|_(?!\w)|^[#+=~-]|(?<=^[0-9]{1,9})[.)]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\s*[\r\n\t\v\f\u0085\u2028\u2029]\s*")]
    private static partial Regex LineBreaks();

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
