using GenAuth.Maintain.Diff;
using GenAuth.Maintain.Diff.Release;

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
    public void Changelog_items_are_appended_to_their_heading() => Assert.Equal("""
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
    public void Changelog_items_are_not_duplicated() => Assert.Equal(Changelog.Insert(Written, Entry), Changelog.Insert(Changelog.Insert(Written, Entry), Entry));

    [Fact]
    public void Changelog_items_of_an_earlier_release_are_inserted_again() =>
        Assert.Equal(2, Changelog.Insert($"# Changelog\n\n## [Unreleased]\n\n## [1.0.0]\n\n### Added\n\n{Item}\n", Entry).Split(Item).Length - 1);

    [Theory]
    [InlineData(null)]
    [InlineData("# Changelog\n")]
    [InlineData("# Changelog\n\n## [1.0.0]\n\n- Much.\n")]
    [InlineData("# Changelog\r\n\r\n## Unreleased\r\n")]
    public void Changelog_without_Unreleased_gets_one(string? text)
    {
        var lines = Changelog.Insert(text, Entry).Split('\n').ToList();

        var place = lines.FindIndex(line => line is "## [Unreleased]" or "## Unreleased");
        Assert.Equal(["", "### Added", "", Item, ""], lines.GetRange(place + 1, 5));
        Assert.True(lines.IndexOf("## [1.0.0]") is -1 or > 5);
    }

    [Fact]
    public void Changelog_entry_omits_documentation_and_added_types() =>
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
