namespace GenAuth.Maintain.Diff.Report;

/// <summary>The wording of the text and Markdown reports.</summary>
internal static class ReportLabels
{
    public static string Heading(Severity severity) => severity switch
    {
        Severity.Breaking => "Breaking",
        Severity.Behaviour => "Behaviour",
        Severity.Compatible => "Compatible",
        _ => "Documentation only",
    };

    /// <summary>Describes an impact; empty for no impact.</summary>
    public static string Describe(Impact impact)
    {
        string?[] parts =
        [
            impact.Source switch
            {
                SourceImpact.Break => "source",
                SourceImpact.Positional => "source (arguments by position)",
                SourceImpact.Named => "source (arguments by name)",
                SourceImpact.Warning => "warning",
                _ => null,
            },
            impact.Binary ? "binary" : null,
            impact.Behaviour ? "behaviour" : null,
            impact.Implementers ? "implementers of the interface" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    public static string Summary(DiffResult result) =>
        result.Changes.Count == 0 ? "No differences."
        : $"{result.Count(Severity.Breaking)} breaking (source {result.Changes.Count(change => change.Impact.Source > SourceImpact.Warning)}, "
            + $"binary {result.Changes.Count(change => change.Impact.Binary)}), {result.Count(Severity.Behaviour)} behavioural, "
            + $"{result.Count(Severity.Compatible)} compatible, {result.Count(Severity.Documentation)} documentation only.";
}
