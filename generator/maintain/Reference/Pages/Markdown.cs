using System.Text;
using System.Text.RegularExpressions;
using GenAuth.Build;

namespace GenAuth.Maintain.Reference;

/// <summary>Text that stands for itself in Markdown, in the middle of a table too.</summary>
internal static partial class Markdown
{
    public static string Text(string text) => Special().Replace(OneLine(text), "\\$0");

    /// <summary>Literal text. The bar is escaped even there: a table ends its cell before it looks for code.</summary>
    public static string Code(string text)
    {
        var line = OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);
        // As many backticks around it as none inside has.
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

    /// <summary>A block of code, in as many backticks as none of its lines has.</summary>
    public static string Fence(string language, string text)
    {
        var fence = new string('`', Math.Max(3, Backticks().Matches(text).Select(match => match.Length).DefaultIfEmpty(0).Max() + 1));
        return $"{fence}{language}\n{text.TrimEnd()}\n{fence}\n";
    }

    /// <summary>The anchor of a heading, as the usual renderers make it.</summary>
    public static string Anchor(string heading) => "#" + NoAnchor().Replace(heading.ToLowerInvariant(), string.Empty).Replace(' ', '-');

    // What is no line break but cannot be seen is spelled out, so that it cannot change how the page looks.
    private static string OneLine(string text) => PrintableText.Show(LineBreaks().Replace(text, " ").Trim());

    // At the beginning a paragraph could be a heading, a list or a line.
    [GeneratedRegex(@"[\\`*\[\]<>|{}&]|(?<!\w)_|_(?!\w)|^[#+=~-]|(?<=^[0-9]{1,9})[.)]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\s*[\r\n\t\v\f\u0085\u2028\u2029]\s*")]
    private static partial Regex LineBreaks();

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
