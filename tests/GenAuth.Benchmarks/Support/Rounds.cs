namespace GenAuth.Benchmarks.Support;

/// <summary>
/// Measures contestants in turns, so that a slow period of the machine affects all of them. The first one changes with
/// every round.
/// </summary>
internal static class Rounds
{
    public static async Task<double[][]> RunAsync(int rounds, IReadOnlyList<Func<Task<double>>> measures)
    {
        var results = measures.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < measures.Count; turn++)
            {
                var index = (round + turn) % measures.Count;
                results[index][round] = await measures[index]();
            }
        }

        return results;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The median of the ratios within each round, which varies less between runs than the ratio of the medians.</summary>
    public static double Ratio(double[] values, double[] first) => Median(values.Zip(first, (value, limit) => value / limit));
}
