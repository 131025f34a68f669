using System.Text.RegularExpressions;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Document;

/// <summary>The tables of <c>openapi/DEVIATIONS.md</c>.</summary>
internal static partial class Deviations
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("openapi", "DEVIATIONS.md"));

    /// <summary>Location | the facts | the document | the reason. A star matches any text; a cell may hold several patterns.</summary>
    public static IReadOnlyList<Deviation> Rows { get; } =
        [.. Table("where").Where(cells => cells.Count == 4).SelectMany(cells => Patterns(cells[0]), (cells, where) => new Deviation(where, Patterns(cells[1]), Patterns(cells[2]), cells[3]))];

    /// <summary>Name of the service | name in the document.</summary>
    public static IReadOnlyDictionary<string, string> Renamed { get; } =
        Table("the service says").ToDictionary(cells => Patterns(cells[0]).Single(), cells => Patterns(cells[1]).Single());

    private static IEnumerable<IReadOnlyList<string>> Table(string firstHeading) => Lines
        .SkipWhile(line => !line.StartsWith($"| {firstHeading} |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => Bars().Split(line.Trim().Trim('|')).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal)).ToList());

    private static IReadOnlyList<string> Patterns(string cell) => [.. Code().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bars();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}

/// <summary>One pattern of a row.</summary>
internal sealed record Deviation(string Where, IReadOnlyList<string> Facts, IReadOnlyList<string> Document, string Why)
{
    public bool Explains(Difference difference) =>
        Fits(Where, difference.Place) && Facts.Any(pattern => Fits(pattern, difference.Facts)) && Document.Any(pattern => Fits(pattern, difference.Document));

    public override string ToString() => $"{Where} | {string.Join(", ", Facts)} | {string.Join(", ", Document)}";

    private static bool Fits(string pattern, string text) =>
        Regex.IsMatch(text, $"^{string.Join(".*", pattern.Split('*').Select(Regex.Escape))}\\z", RegexOptions.CultureInvariant);
}
