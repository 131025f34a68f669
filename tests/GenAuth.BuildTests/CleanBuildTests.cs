namespace GenAuth.BuildTests;

/// <summary>The first build after a clone, and the next ones when nothing has changed.</summary>
public sealed class CleanBuildTests(BuiltTree built) : IClassFixture<BuiltTree>
{
    [Fact]
    public void The_first_build_generates_once_for_all_frameworks()
    {
        built.FirstBuild.Generated(times: 1);
        foreach (var framework in new[] { "netstandard2.0", "net8.0", "net10.0" })
        {
            Assert.True(File.Exists(built.Tree.PathOf($"src/GenAuth/bin/Debug/{framework}/GenAuth.dll")), framework);
        }
    }

    [Fact]
    public void A_build_puts_nothing_among_the_sources()
    {
        built.FirstBuild.Succeeded();
        Assert.Equal(built.FilesBefore, built.FilesAfter);
    }

    [Theory]
    [InlineData("-m")]
    [InlineData("-m:1")]
    [InlineData("-graph")]
    public async Task Another_build_generates_nothing(string option)
    {
        built.FirstBuild.Succeeded();
        (await built.Tree.RunAsync("build", SourceTree.Library, "--no-restore", option)).Generated(times: 0);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task A_build_for_Release_after_one_for_Debug_generates_nothing()
    {
        built.FirstBuild.Succeeded();
        (await built.Tree.RunAsync("build", SourceTree.Library, "--no-restore", "-c", "Release", "-f", "net8.0")).Generated(times: 0);
    }
}
