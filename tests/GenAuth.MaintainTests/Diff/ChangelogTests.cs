using GenAuth.Maintain.Diff;

namespace GenAuth.MaintainTests.Diff;

public sealed class ChangelogTests
{
    private const string Item = "- `UserDto.Age` is new.";

    private static readonly IReadOnlyList<(string Heading, IReadOnlyList<string> Items)> Entry = [("Added", [Item]), ("Removed", ["- `UserDto.Size` is gone."])];

    private const string Written = """
        # Changelog

        ## [Unreleased]

        ### Added

        - What was written by hand,
          on two lines.

        ### Fixed

        - A fault.

        ## [1.0.0]

        ### Removed

        - Much.

        """;

    [Fact]
    public void Items_come_last_under_their_heading_and_new_headings_last_of_all() => Assert.Equal("""
        # Changelog

        ## [Unreleased]

        ### Added

        - What was written by hand,
          on two lines.
        - `UserDto.Age` is new.

        ### Fixed

        - A fault.

        ### Removed

        - `UserDto.Size` is gone.

        ## [1.0.0]

        ### Removed

        - Much.

        """, Changelog.Insert(Written, Entry));

    [Fact]
    public void Nothing_is_said_twice() => Assert.Equal(Changelog.Insert(Written, Entry), Changelog.Insert(Changelog.Insert(Written, Entry), Entry));

    [Fact]
    public void What_was_said_of_an_earlier_release_is_said_again() =>
        Assert.Equal(2, Changelog.Insert($"# Changelog\n\n## [Unreleased]\n\n## [1.0.0]\n\n### Added\n\n{Item}\n", Entry).Split(Item).Length - 1);

    [Theory]
    [InlineData(null)]
    [InlineData("# Changelog\n")]
    [InlineData("# Changelog\n\n## [1.0.0]\n\n- Much.\n")]
    [InlineData("# Changelog\r\n\r\n## Unreleased\r\n")]
    public void A_place_is_made_if_there_is_none(string? text)
    {
        var lines = Changelog.Insert(text, Entry).Split('\n').ToList();

        var place = lines.FindIndex(line => line is "## [Unreleased]" or "## Unreleased");
        Assert.Equal(["", "### Added", "", Item, ""], lines.GetRange(place + 1, 5));
        Assert.True(lines.IndexOf("## [1.0.0]") is -1 or > 5);
    }

    [Fact]
    public void What_only_people_read_and_types_that_come_along_are_not_told() =>
        Assert.Equal(
            [("Added", "- `UserDto.Age` is new."), ("Deprecated", "- `UserDto.Age` is deprecated now.")],
            ChangelogEntry.Draft(
            [
                Change("type-added", ChangeKind.Added, "is new", Impact.None),
                Change("member-added", ChangeKind.Added, "is new", Impact.None),
                Change("member-deprecated", ChangeKind.Changed, "is deprecated now", Impact.Warns),
                Change("member-documentation-changed", ChangeKind.Changed, "has another description", Impact.Documentation),
            ]).Select(part => (part.Heading, Assert.Single(part.Items))));

    private static Change Change(string rule, ChangeKind kind, string what, Impact impact) => new(rule, kind, "UserDto.age", "UserDto.Age", what, impact);
}
