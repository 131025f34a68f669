using GenAuth.Tests.Support;

namespace GenAuth.Tests.Document;

/// <summary>
/// <c>facts.txt</c> is what is known of the service. The document may differ from it only where
/// <c>openapi/DEVIATIONS.md</c> has a reason.
/// </summary>
public sealed class FactsTests
{
    private static readonly string[] Manifest = File.ReadAllLines(Repository.PathOf("tests", "GenAuth.Tests", "Document", "facts.txt"));

    private static readonly Sheet Facts = Sheet.Parse(Manifest);

    private static readonly IReadOnlyList<Difference> Differences = [.. Facts.Against(Sheet.Parse(DocumentSheet.Lines))];

    [Fact]
    public void Facts_cover_every_operation_and_schema()
    {
        var heads = Facts.Statements.Keys.Where(place => Sheet.HeadOf(place) == place).ToList();

        Assert.Equal(619, heads.Count(place => place.Contains('_', StringComparison.Ordinal)));
        Assert.Equal(1202, heads.Count(place => !place.Contains('_', StringComparison.Ordinal)));
    }

    [Fact]
    public void Document_equals_the_facts_or_has_a_listed_deviation()
    {
        var unexplained = Differences.Where(difference => !Deviations.Rows.Any(row => row.Explains(difference))).ToList();

        Report.None(unexplained, "Correct openapi/genauth-v3.json there. If the document is right, add a row to openapi/DEVIATIONS.md; if the service has changed, correct facts.txt.");
    }

    [Fact]
    public void Every_deviation_in_the_table_exists()
    {
        // The facts do not state authorization; rows about it are for imports.
        var idle = Deviations.Rows.Where(row => !row.Where.EndsWith(" security", StringComparison.Ordinal) && !Differences.Any(row.Explains)).ToList();

        Assert.NotEmpty(Deviations.Rows);
        Report.None(idle, "No difference needs these rows of openapi/DEVIATIONS.md any more. Delete them, or correct what they say.");
    }

    [Fact]
    public void Every_deviation_has_a_reason() => Assert.All(Deviations.Rows, row => Assert.True(row.Why.Length > 10, $"{row.Where} has no reason."));

    [Fact]
    public void Every_renamed_schema_is_listed()
    {
        var renamed = TheDocument.Schemas.Properties()
            .Where(schema => schema.Value["x-source-name"] is not null)
            .ToDictionary(schema => (string)schema.Value["x-source-name"]!, schema => schema.Name);

        Report.None(renamed.Except(Deviations.Renamed).Select(pair => $"| `{pair.Key}` | `{pair.Value}` |"), "Add these rows to the renamed schemas of openapi/DEVIATIONS.md.");
        Report.None(Deviations.Renamed.Except(renamed).Select(pair => $"| `{pair.Key}` | `{pair.Value}` |"), "The document renames these no more. Delete the rows of openapi/DEVIATIONS.md.");
    }
}
