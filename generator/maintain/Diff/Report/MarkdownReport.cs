using System.Globalization;
using System.Text;

namespace GenAuth.Maintain.Diff.Report;

/// <summary>Writes the report as Markdown, for example for a pull request.</summary>
internal static class MarkdownReport
{
    public static string Write(DiffResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Changes of the API document\n\nFrom {Code(result.Old)} to {Code(result.New)}: {ReportLabels.Summary(result)}\n");
        if (result.Version is { } version)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nVersion: {version}\n");
        }

        foreach (var (severity, changes) in result.Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {ReportLabels.Heading(severity)} ({changes.Count})\n\n| C# | change | impact | on the wire |\n|---|---|---|---|\n");
            foreach (var change in changes)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Code(change.Name)} | {Plain(change.What)} | {ReportLabels.Describe(change.Impact)} | {Code(change.Wire)} |\n");
            }
        }

        return text.ToString();
    }

    private static string Code(string text) => $"`{text.Replace("`", "'", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Plain(string text)
    {
        var plain = text;
        foreach (var mark in (string[])["\\", "`", "*", "_", "<", ">", "|", "["])
        {
            plain = plain.Replace(mark, "\\" + mark, StringComparison.Ordinal);
        }

        return plain;
    }
}
