namespace GenAuth.BuildTests;

/// <summary>A refused rename is restored, accepted or breaks the file: the builds of a maintainer, in their order.</summary>
[Collection(SharesBuildStep.Name)]
[Trait("Category", "Extended")]
public sealed class AcceptedNamesTests(AcceptedTree renamed) : IClassFixture<AcceptedTree>
{
    [Fact]
    public void Restored_names_are_accepted() => renamed.GivenBack.Generated(times: 1);

    [Fact]
    public void Accepted_names_are_in_the_file_and_the_old_ones_are_not()
    {
        renamed.Accepted.Succeeded();
        renamed.AfterAccept.Generated(times: 0);

        Assert.Contains("ThingKind.very_small = Tiny", renamed.LockedAfterAccept);
        Assert.Contains("POST /api/v3/new-things = AuthenticationClient.CreateThingAsync", renamed.LockedAfterAccept);
        Assert.DoesNotContain("ThingKind.very_small = VerySmall", renamed.LockedAfterAccept);
        Assert.DoesNotContain(renamed.LockedAfterAccept, line => line.StartsWith("POST /api/v3/things ", StringComparison.Ordinal));
        Assert.Equal(renamed.LockedAfterAccept.Order(StringComparer.Ordinal), renamed.LockedAfterAccept);
    }

    [Fact]
    public void Malformed_line_of_names_lock_is_reported()
    {
        var error = renamed.Spoilt.FailedOnce();

        Assert.Equal(("GENAUTH016", renamed.LockFile, 1), (error.Code, error.File, error.Line));
    }
}

/// <summary>A tree whose rename was restored, repeated and accepted, and whose lock file was then damaged.</summary>
public sealed class AcceptedTree(RestoredGenerator restored) : RenamedTree(restored)
{
    internal IReadOnlyList<string> LockedAfterAccept { get; private set; } = [];

    internal BuildResult GivenBack { get; private set; } = null!;

    internal BuildResult Accepted { get; private set; } = null!;

    internal BuildResult AfterAccept { get; private set; } = null!;

    internal BuildResult Spoilt { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Tree.Undo("small.json");
        GivenBack = await Tree.GenerateAsync();
        Tree.Edit("small.json", Rename);
        Accepted = await Tree.GenerateAsync(Accept);
        AfterAccept = await Tree.GenerateAsync();
        LockedAfterAccept = await File.ReadAllLinesAsync(LockFile);

        Tree.Edit("names.lock", text => "<<<<<<< mine\n" + text);
        Spoilt = await Tree.GenerateAsync();
    }
}
