using System.Text.RegularExpressions;

namespace GenAuth.Maintain.Import.Facts;

/// <summary>The table of <c>DEVIATIONS.md</c>: intended differences between the document and the service.</summary>
internal sealed partial class Deviations(IReadOnlyList<Deviations.Row> rows)
{
    public const string Absent = "-";

    /// <summary>Reads the table of a file; a missing file has no rows.</summary>
    public static Deviations Read(string file) => new(File.Exists(file) ? [.. Rows(File.ReadAllLines(file))] : []);

    /// <summary>Whether a row covers a difference.</summary>
    public bool Covers(string place, string published, string document) =>
        rows.Any(row => row.Where.IsMatch(place) && (row.Facts.Any(pattern => pattern.IsMatch(published)) || row.NormalizedFacts.Any(pattern => pattern.IsMatch(FactText.Normalize(published)))) && row.Document.Any(pattern => pattern.IsMatch(document)));

    /// <summary>Whether a row excludes an operation from the document.</summary>
    public bool Excludes(string operationId) => rows.Any(row => row.Where.IsMatch(operationId) && row.IsAbsence);

    private static IEnumerable<Row> Rows(string[] lines) => lines
        .SkipWhile(line => !line.StartsWith("| where |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => Bars().Split(line.Trim().Trim('|')).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal)).ToList())
        .Where(cells => cells.Count == 4)
        .SelectMany(cells => Patterns(cells[0]), (cells, where) => new Row(Pattern(where), [.. Patterns(cells[1]).Select(Pattern)], [.. Patterns(cells[1]).Select(FactText.Normalize).Select(Pattern)], [.. Patterns(cells[2]).Select(Pattern)], Patterns(cells[2]).Contains(Absent)));

    private static IReadOnlyList<string> Patterns(string cell) => [.. Code().Matches(cell).Select(match => match.Groups[1].Value)];

    /// <summary>A star matches any text.</summary>
    private static Regex Pattern(string text) => new($"^{string.Join(".*", text.Split('*').Select(Regex.Escape))}\\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bars();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    /// <summary>A row for one pattern of a place, with the patterns of both descriptions.</summary>
    internal sealed record Row(Regex Where, IReadOnlyList<Regex> Facts, IReadOnlyList<Regex> NormalizedFacts, IReadOnlyList<Regex> Document, bool IsAbsence);
}
