using System.Globalization;

namespace GenAuth.Benchmarks.Allocations;

/// <summary>Compares measured with committed figures: the table, the failures, and the figures that could be lowered.</summary>
internal sealed class Comparison
{
    /// <summary>The tolerance is larger than the variation between runs.</summary>
    private const double Tolerance = 0.05;

    private readonly List<string> _rows = ["| operation | committed, B | now, B | change |", "|---|---|---|---|"];
    private readonly List<string> _problems = [];
    private readonly List<string> _hints = [];

    public Comparison(IReadOnlyDictionary<string, long> committed, IReadOnlyDictionary<string, long> now)
    {
        foreach (var name in committed.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            Add(name, committed.TryGetValue(name, out var before) ? before : null, now.TryGetValue(name, out var bytes) ? bytes : null);
        }
    }

    public string Table => string.Join('\n', _rows);

    /// <summary>One sentence for each figure that fails the comparison.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>One sentence for each figure that decreased so far that the committed one would hide a later growth.</summary>
    public IReadOnlyList<string> Hints => _hints;

    private void Add(string name, long? committed, long? now)
    {
        var change = (double?)now / committed - 1;
        _rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {name} | {committed:N0} | {now:N0} | {Percent(change)} |"));
        if (committed is null)
        {
            _problems.Add($"{name} has no committed figure; it allocates {Bytes(now)} now.");
        }
        else if (now is null)
        {
            _problems.Add($"{name} has a committed figure of {Bytes(committed)}, but is not measured any more.");
        }
        else if (now > committed * (1 + Tolerance))
        {
            _problems.Add($"{name} allocates {Bytes(now)} per call, {Percent(change)} on the committed {Bytes(committed)}.");
        }
        else if (now < committed * (1 - Tolerance))
        {
            _hints.Add($"{name} allocates only {Bytes(now)} per call, {Percent(change)} on the committed {Bytes(committed)}.");
        }
    }

    private static string Bytes(long? bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} B");

    private static string Percent(double? change) => change?.ToString("+0.0 %;-0.0 %;0.0 %", CultureInfo.InvariantCulture) ?? string.Empty;
}
