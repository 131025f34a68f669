using System.Globalization;

namespace GenAuth.Benchmarks.Allocations;

/// <summary>Allocated bytes per call by operation, as text: one line for each, in ordinal order.</summary>
internal static class Figures
{
    private const string Separator = " = ";

    public static string Format(IReadOnlyDictionary<string, long> figures) => string.Concat(
        figures.OrderBy(figure => figure.Key, StringComparer.Ordinal)
            .Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Key}{Separator}{figure.Value}\n")));

    public static IReadOnlyDictionary<string, long> Parse(string text)
    {
        var figures = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(Separator);
            if (parts.Length != 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) || !figures.TryAdd(parts[0], bytes))
            {
                throw new FormatException($"'{line}' is no figure: a name that no other line has, '{Separator}' and the bytes per call.");
            }
        }

        return figures;
    }
}
