using GenAuth.BuildTests.Packages;

namespace GenAuth.BuildTests;

/// <summary>The first build after a clone, which packs the library, the next one, and the one after a change of the document.</summary>
[Collection(PackedFeed.Collection)]
public sealed class CleanBuildTests(PackedFeed feed)
{
    [Fact]
    public void The_first_build_generates_once_and_compiles_the_library_for_all_frameworks()
    {
        feed.First.Generated(times: 1);
        foreach (var framework in new[] { "netstandard2.0", "net8.0", "net10.0" })
        {
            Assert.True(File.Exists(feed.Tree.PathOf($"src/GenAuth/bin/Release/{framework}/GenAuth.dll")), framework);
        }
    }

    [Fact]
    public void Build_writes_no_file_beside_the_sources()
    {
        feed.First.Succeeded();
        Assert.Equal(feed.FilesBefore, feed.FilesAfter);
    }

    [Fact]
    public void A_build_without_a_change_generates_nothing() => feed.Unchanged.Generated(times: 0);

    [Fact]
    public async Task A_changed_description_is_in_the_documentation_of_the_next_build()
    {
        feed.Tree.Edit("small.json", text => SmallDocument.Replace(text, "Makes a thing.", "Makes something else."));
        try
        {
            (await feed.BuildAsync("-f", "net10.0")).Generated(times: 1);

            var documentation = await File.ReadAllTextAsync(feed.Tree.PathOf("src/GenAuth/bin/Release/net10.0/GenAuth.xml"));
            Assert.Contains("Makes something else.", documentation, StringComparison.Ordinal);
            Assert.DoesNotContain("Makes a thing.", documentation, StringComparison.Ordinal);
        }
        finally
        {
            feed.Tree.Undo("small.json");
        }
    }

    [Trait("Category", "Extended")]
    [Theory]
    [InlineData("-m:1")]
    [InlineData("-graph")]
    public async Task A_build_with_another_schedule_generates_nothing(string option)
    {
        (await feed.BuildAsync()).Succeeded();
        (await feed.BuildAsync(option)).Generated(times: 0);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task A_build_for_Debug_after_one_for_Release_generates_nothing()
    {
        (await feed.BuildAsync()).Succeeded();
        (await feed.Tree.RunAsync("build", SourceTree.Library, "--no-restore", "-f", "net8.0", "-p:RunAnalyzers=false")).Generated(times: 0);
    }
}
