using CsCheck;

namespace GenAuth.Tests.PublicApi;

public sealed class LineDifferenceTests
{
    private static readonly Gen<string[]> Lines = Gen.OneOf("a", "b", "c").Array[0, 8];

    [Fact]
    public void Removed_and_added_lines_follow_the_unchanged_one() => Assert.Equal(
        ["  b", "- c", "+ x", "  d", "+ e"],
        LineDifference.Between(["a", "b", "c", "d"], ["a", "b", "x", "d", "e"]));

    [Fact]
    public void Equal_texts_have_no_difference() => Lines.Sample(lines => Assert.Empty(LineDifference.Between(lines, [.. lines])), iter: 200);

    [Fact]
    public void Difference_accounts_for_every_line() => Gen.Select(Lines, Lines).Sample(
        (before, after) =>
        {
            var difference = LineDifference.Between(before, after).ToList();
            var gone = difference.Count(line => line[0] == '-');
            var come = difference.Count(line => line[0] == '+');

            Assert.Equal(after.Length - before.Length, come - gone);
            Assert.Equal(before.SequenceEqual(after), gone + come == 0);
        },
        iter: 1_000);
}
