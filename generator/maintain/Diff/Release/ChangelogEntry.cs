using System.Globalization;
using System.Text;

namespace GenAuth.Maintain.Diff.Release;

/// <summary>Drafts changelog items for changes, under the headings of Keep a Changelog.</summary>
internal static class ChangelogEntry
{
    public static IReadOnlyList<(string Heading, IReadOnlyList<string> Items)> Draft(IReadOnlyList<Change> changes)
    {
        var reported = changes.Where(change => change.Severity != Severity.Documentation && !IsImplied(change)).ToList();
        return [.. reported.GroupBy(Heading).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(Item).Distinct()]))];
    }

    public static string Write(IReadOnlyList<Change> changes)
    {
        var text = new StringBuilder();
        foreach (var (heading, items) in Draft(changes))
        {
            text.Append(text.Length == 0 ? string.Empty : "\n").Append(CultureInfo.InvariantCulture, $"### {heading}\n\n").Append(string.Concat(items.Select(item => item + "\n")));
        }

        return text.ToString();
    }

    private static string Heading(Change change) => change.Rule.EndsWith("-deprecated", StringComparison.Ordinal) ? "Deprecated" : change.Kind.ToString();

    private static string Item(Change change) => $"- {(change.Severity == Severity.Breaking ? "**Breaking:** " : string.Empty)}`{change.Name}` {change.What}.";

    /// <summary>Added types are implied by the operations and members that use them.</summary>
    private static bool IsImplied(Change change) => change.Rule is "type-added" or "document-changed";
}
