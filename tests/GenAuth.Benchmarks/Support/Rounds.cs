namespace GenAuth.Benchmarks.Support;

/// <summary>
/// Measures contestants in turns, so that whatever slows the machine for a while slows them all. Whoever begins changes with
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

    /// <summary>The median of the rounds' own ratios to the first, which stands less of the machine's moods than a ratio of medians.</summary>
    public static double Ratio(double[] values, double[] first) => Median(values.Zip(first, (value, limit) => value / limit));
}
