namespace GenAuth.BuildTests;

/// <summary>The first build after a clone, the next one, and the one after a change of the document.</summary>
public sealed class CleanBuildTests(BuiltTree built) : IClassFixture<BuiltTree>
{
    [Fact]
    public void The_first_build_generates_once_and_compiles_the_library_for_all_frameworks()
    {
        built.First.Generated(times: 1);
        foreach (var framework in new[] { "netstandard2.0", "net8.0", "net10.0" })
        {
            Assert.True(File.Exists(built.Tree.PathOf($"src/GenAuth/bin/Debug/{framework}/GenAuth.dll")), framework);
        }
    }

    [Fact]
    public void Build_writes_no_file_beside_the_sources()
    {
        built.First.Succeeded();
        Assert.Equal(built.FilesBefore, built.FilesAfter);
    }

    [Fact]
    public void A_build_without_a_change_generates_nothing() => built.Unchanged.Generated(times: 0);

    [Fact]
    public async Task A_changed_description_is_in_the_documentation_of_the_next_build()
    {
        built.Changed.Generated(times: 1);

        var documentation = await File.ReadAllTextAsync(built.Tree.PathOf("src/GenAuth/bin/Debug/net10.0/GenAuth.xml"));
        Assert.Contains("Makes something else.", documentation, StringComparison.Ordinal);
        Assert.DoesNotContain("Makes a thing.", documentation, StringComparison.Ordinal);
    }

    [Trait("Category", "Extended")]
    [Theory]
    [InlineData("-m:1")]
    [InlineData("-graph")]
    public async Task A_build_with_another_schedule_generates_nothing(string option)
    {
        built.Changed.Succeeded();
        (await built.Tree.RunAsync("build", SourceTree.Library, "--no-restore", "-p:RunAnalyzers=false", option)).Generated(times: 0);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task A_build_for_Release_after_one_for_Debug_generates_nothing()
    {
        built.Changed.Succeeded();
        (await built.Tree.RunAsync("build", SourceTree.Library, "--no-restore", "-c", "Release", "-f", "net8.0", "-p:RunAnalyzers=false")).Generated(times: 0);
    }
}
