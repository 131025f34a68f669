using GenAuth.Maintain.Diff;
using GenAuth.Maintain.Diff.Release;

namespace GenAuth.MaintainTests.Diff;

public sealed class VersionProposalTests
{
    private static readonly Impact[] Impacts = [Impact.Breaking, Impact.Behavioural, Impact.None, Impact.Documentation];

    [Theory]
    [InlineData("1.2.3", "2.0.0", "1.3.0", "1.3.0", "1.2.4")]
    [InlineData("0.2.3", "0.3.0", "0.3.0", "0.3.0", "0.2.4")]
    [InlineData("1.0.0-preview.1", "1.0.0-preview.2", "1.0.0-preview.2", "1.0.0-preview.2", "1.0.0-preview.2")]
    [InlineData("1.1.0-preview.9", "2.0.0-preview.1", "1.1.0-preview.10", "1.1.0-preview.10", "1.1.0-preview.10")]
    [InlineData("1.1.1-rc.1", "2.0.0-rc.1", "1.2.0-rc.1", "1.2.0-rc.1", "1.1.1-rc.2")]
    [InlineData("2.0.0-rc", "2.0.0-rc.1", "2.0.0-rc.1", "2.0.0-rc.1", "2.0.0-rc.1")]
    [InlineData("1.2.3+build.5", "2.0.0", "1.3.0", "1.3.0", "1.2.4")]
    public void Version_is_incremented_by_the_most_severe_change(string current, params string[] proposed)
    {
        for (var worst = 0; worst < Impacts.Length; worst++)
        {
            Assert.Equal(proposed[worst], VersionProposal.Create(current, [.. Impacts[worst..].Select(Change)])?.Proposed);
        }
    }

    [Fact]
    public void Version_without_changes_stays() => Assert.Equal("1.2.3", VersionProposal.Create("1.2.3", [])?.Proposed);

    [Theory]
    [InlineData("$(Other)")]
    [InlineData("1.2")]
    [InlineData("99999999999.0.0")]
    public void Invalid_version_has_no_proposal(string current) => Assert.Null(VersionProposal.Create(current, [Change(Impact.None)]));

    private static Change Change(Impact impact) => new("member-added", ChangeKind.Added, "UserDto.age", "UserDto.Age", "is new", impact);
}
