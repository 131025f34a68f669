using System.Text.RegularExpressions;

namespace GenAuth.Maintain.Import.Facts;

/// <summary>The table of <c>DEVIATIONS.md</c>: where the document says something else than the service, and is to go on doing so.</summary>
internal sealed partial class Deviations(IReadOnlyList<Deviations.Row> rows)
{
    public const string Nothing = "-";

    /// <summary>The table of a file, or none when there is no such file.</summary>
    public static Deviations Read(string file) => new(File.Exists(file) ? [.. Rows(File.ReadAllLines(file))] : []);

    /// <summary>Whether a difference is meant.</summary>
    public bool Explain(string place, string published, string document) =>
        rows.Any(row => row.Where.IsMatch(place) && (row.Facts.Any(pattern => pattern.IsMatch(published)) || row.LooseFacts.Any(pattern => pattern.IsMatch(FactText.Loose(published)))) && row.Document.Any(pattern => pattern.IsMatch(document)));

    /// <summary>Whether the document is meant not to have an operation of that name.</summary>
    public bool LeavesOut(string operationId) => rows.Any(row => row.Where.IsMatch(operationId) && row.SaysNothing);

    private static IEnumerable<Row> Rows(string[] lines) => lines
        .SkipWhile(line => !line.StartsWith("| where |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => Bars().Split(line.Trim().Trim('|')).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal)).ToList())
        .Where(cells => cells.Count == 4)
        .SelectMany(cells => Patterns(cells[0]), (cells, where) => new Row(Pattern(where), [.. Patterns(cells[1]).Select(Pattern)], [.. Patterns(cells[1]).Select(FactText.Loose).Select(Pattern)], [.. Patterns(cells[2]).Select(Pattern)], Patterns(cells[2]).Contains(Nothing)));

    private static IReadOnlyList<string> Patterns(string cell) => [.. Code().Matches(cell).Select(match => match.Groups[1].Value)];

    /// <summary>A star stands for any text.</summary>
    private static Regex Pattern(string text) => new($"^{string.Join(".*", text.Split('*').Select(Regex.Escape))}\\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bars();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    /// <summary>One pattern of a place, with what either side says there.</summary>
    internal sealed record Row(Regex Where, IReadOnlyList<Regex> Facts, IReadOnlyList<Regex> LooseFacts, IReadOnlyList<Regex> Document, bool SaysNothing);
}
