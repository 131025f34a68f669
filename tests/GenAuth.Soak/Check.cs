namespace GenAuth.Soak;

/// <summary>The result of one check of a run.</summary>
/// <param name="Name">The requirement.</param>
/// <param name="Finding">The measured value.</param>
/// <param name="IsMet">Whether the requirement is met.</param>
/// <param name="Details">The first violations.</param>
internal sealed record Check(string Name, string Finding, bool IsMet, IReadOnlyList<string> Details)
{
    /// <summary>Creates the check of a number with an upper limit.</summary>
    public static Check AtMost(string name, double value, double limit, string unit = "") =>
        new(name, $"{value:N1}{unit}, at most {limit:N1}{unit}".Replace(".0", string.Empty, StringComparison.Ordinal), value <= limit, []);
}
