namespace GenAuth.BuildTests.Packages;

/// <summary>Builds of one commit in different folders give identical packages, so that a published package can be verified.</summary>
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
