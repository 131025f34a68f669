using System.Globalization;
using System.Text;

namespace GenAuth.Maintain.Diff;

/// <summary>Drafts what the changelog says of the changes: one item each, under the headings of Keep a Changelog.</summary>
internal static class ChangelogEntry
{
    public static IReadOnlyList<(string Heading, IReadOnlyList<string> Items)> Draft(IReadOnlyList<Change> changes)
    {
        var told = changes.Where(change => change.Severity != Severity.Documentation && !IsToldByAnother(change)).ToList();
        return [.. told.GroupBy(Heading).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(Item).Distinct()]))];
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

    /// <summary>Operations bring their types with them, and only those who look for a type by its name miss it here.</summary>
    private static bool IsToldByAnother(Change change) => change.Rule is "type-added" or "document-changed";
}
