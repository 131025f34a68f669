using System.Globalization;
using System.Text;
using GenAuth.Maintain.Diff.Release;

namespace GenAuth.Maintain.Diff.Report;

/// <summary>Writes the report for the terminal: one line for each change, by severity.</summary>
internal static class TextReport
{
    public static string Write(DiffResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Old} -> {result.New}\n{ReportLabels.Summary(result)}\n");
        foreach (var (severity, changes) in result.Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{ReportLabels.Heading(severity)} ({changes.Count})\n");
            foreach (var change in changes)
            {
                var impact = ReportLabels.Describe(change.Impact);
                text.Append(CultureInfo.InvariantCulture, $"  {Sign(change.Kind)} {change.Name} {change.What}{(impact.Length == 0 ? string.Empty : $" [{impact}]")}  <{change.Wire}>\n");
            }
        }

        if (result.Version is { } version)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nVersion: {version}\n");
        }

        var entry = ChangelogEntry.Write(result.Changes);
        return text.Append(entry.Length == 0 ? string.Empty : $"\nFor CHANGELOG.md:\n\n{entry}").ToString();
    }

    private static char Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => '+',
        ChangeKind.Removed => '-',
        _ => '~',
    };
}
