using System.Text.RegularExpressions;

namespace GenAuth.Maintain.Diff.Release;

/// <summary>Inserts items under "Unreleased" of a changelog, without duplicates.</summary>
internal static partial class Changelog
{
    private const string Unreleased = "## [Unreleased]";

    private const string Empty = $"""
        # Changelog

        The format follows Keep a Changelog; versions follow Semantic Versioning.

        {Unreleased}

        """;

    /// <summary>Returns the changelog with the items.</summary>
    public static string Insert(string? text, IReadOnlyList<(string Heading, IReadOnlyList<string> Items)> entry)
    {
        var lines = (text ?? Empty).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var start = lines.FindIndex(line => UnreleasedLine().IsMatch(line));
        if (start < 0)
        {
            // Before the newest release, or at the end.
            var newest = lines.FindIndex(line => line.StartsWith("## ", StringComparison.Ordinal));
            start = newest < 0 ? lines.Count + 1 : newest;
            lines.InsertRange(newest < 0 ? lines.Count : newest, newest < 0 ? ["", Unreleased] : [Unreleased, ""]);
        }

        foreach (var (heading, items) in entry)
        {
            Insert(lines, start, heading, items);
        }

        return string.Join('\n', lines) + "\n";
    }

    private static void Insert(List<string> lines, int start, string heading, IReadOnlyList<string> items)
    {
        var end = EndOf(lines, start, "## ");
        var existing = lines.GetRange(start, end - start).Select(line => line.Trim()).ToHashSet();
        var missing = items.Where(item => !existing.Contains(item)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var section = lines.FindIndex(start, end - start, line => line.Trim() == $"### {heading}");
        if (section >= 0)
        {
            lines.InsertRange(LastText(lines, section, EndOf(lines, section, "## ", "### ")) + 1, missing);
            return;
        }

        lines.InsertRange(LastText(lines, start, end) + 1, [string.Empty, $"### {heading}", string.Empty, .. missing]);
    }

    private static int EndOf(List<string> lines, int start, params string[] headings)
    {
        var end = lines.FindIndex(start + 1, line => Array.Exists(headings, heading => line.StartsWith(heading, StringComparison.Ordinal)));
        return end < 0 ? lines.Count : end;
    }

    private static int LastText(List<string> lines, int start, int end) => lines.FindLastIndex(end - 1, end - start, line => line.Trim().Length != 0);

    [GeneratedRegex(@"^##\s+\[?Unreleased\]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex UnreleasedLine();
}
