namespace GenAuth.BuildTests.Packages;

/// <summary>Whoever builds the same commit elsewhere gets the same packages, and can tell that nobody has slipped something in.</summary>
[Trait("Category", "Extended")]
[Collection(PackedFeed.Collection)]
public sealed class ReproducibilityTests(PackedFeed feed)
{
    [Fact]
    public async Task The_same_commit_makes_the_same_packages_in_another_folder()
    {
        using var tree = new PublishedTree();
        using var folder = new TemporaryFolder();

        Assert.Equal(feed.Commit, await tree.CommitAsync());
        await tree.PackAsync(SourceTree.Library, feed.Version, folder.Path);

        Assert.All(["nupkg", "snupkg"], extension => Assert.Equal(
            File.ReadAllBytes(feed.FileOf("GenAuth", extension)), File.ReadAllBytes(folder.File($"GenAuth.{feed.Version}.{extension}"))));
    }
}
