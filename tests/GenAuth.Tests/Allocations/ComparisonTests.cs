using GenAuth.Benchmarks.Allocations;

namespace GenAuth.Tests.Allocations;

/// <summary>The comparison of allocations, which can fail <c>.ci/run</c>.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(1_050)]
    [InlineData(950)]
    public void Difference_of_up_to_5_percent_passes_without_a_message(long now)
    {
        var comparison = Compare(committed: 1_000, now);

        Assert.Empty(comparison.Problems);
        Assert.Empty(comparison.Hints);
    }

    [Fact]
    public void Growth_of_more_than_5_percent_fails_with_operation_and_amount()
    {
        var comparison = Compare(committed: 20_000, now: 21_001);

        Assert.Equal("get-user allocates 21,001 B per call, +5.0 % on the committed 20,000 B.", Assert.Single(comparison.Problems));
    }

    [Fact]
    public void Decrease_of_more_than_5_percent_passes_with_a_hint()
    {
        var comparison = Compare(committed: 20_000, now: 10_000);

        Assert.Empty(comparison.Problems);
        Assert.Equal("get-user allocates only 10,000 B per call, -50.0 % on the committed 20,000 B.", Assert.Single(comparison.Hints));
    }

    [Fact]
    public void Growth_of_one_operation_fails_whatever_the_others_save()
    {
        var comparison = new Comparison(
            new Dictionary<string, long> { ["a"] = 100, ["b"] = 9_000 },
            new Dictionary<string, long> { ["a"] = 200, ["b"] = 10 });

        Assert.StartsWith("a ", Assert.Single(comparison.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measured_operation_without_a_committed_figure_fails() =>
        Assert.Equal("get-user has no committed figure; it allocates 12 B now.", Assert.Single(Compare(committed: null, now: 12).Problems));

    [Fact]
    public void A_committed_figure_that_nothing_measures_fails() =>
        Assert.Equal("get-user has a committed figure of 12 B, but is not measured any more.", Assert.Single(Compare(committed: 12, now: null).Problems));

    [Fact]
    public void The_table_has_every_figure_in_order()
    {
        var comparison = new Comparison(
            new Dictionary<string, long> { ["b"] = 2_000, ["c"] = 3_000 },
            new Dictionary<string, long> { ["b"] = 1_500, ["a"] = 1_000 });

        Assert.Equal(
            """
            | operation | committed, B | now, B | change |
            |---|---|---|---|
            | a |  | 1,000 |  |
            | b | 2,000 | 1,500 | -25.0 % |
            | c | 3,000 |  |  |
            """.ReplaceLineEndings("\n"),
            comparison.Table);
    }

    private static Comparison Compare(long? committed, long? now) => new(Only(committed), Only(now));

    private static Dictionary<string, long> Only(long? bytes) => bytes is { } known ? new() { ["get-user"] = known } : [];
}
