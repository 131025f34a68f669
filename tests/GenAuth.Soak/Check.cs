namespace GenAuth.Soak;

/// <summary>Something that has to be so.</summary>
/// <param name="Name">What has to be.</param>
/// <param name="Finding">What is.</param>
/// <param name="IsMet">Whether it is as it has to be.</param>
/// <param name="Details">The first of what is not.</param>
internal sealed record Check(string Name, string Finding, bool IsMet, IReadOnlyList<string> Details)
{
    /// <summary>One of a number that may not be passed.</summary>
    public static Check AtMost(string name, double value, double limit, string unit = "") =>
        new(name, $"{value:N1}{unit}, at most {limit:N1}{unit}".Replace(".0", string.Empty, StringComparison.Ordinal), value <= limit, []);
}
