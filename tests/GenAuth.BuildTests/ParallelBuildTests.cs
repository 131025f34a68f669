namespace GenAuth.BuildTests;

/// <summary>Several builds of one tree at the same time: an editor's, a terminal's, a test runner's.</summary>
public sealed class ParallelBuildTests(RestoredTree restored) : IClassFixture<RestoredTree>
{
    [Trait("Category", "Extended")]
    [Fact]
    public async Task Three_builds_at_once_from_a_clean_tree_generate_once_together()
    {
        restored.Tree.DeleteProducts();

        var builds = await Task.WhenAll(BuildAsync("netstandard2.0"), BuildAsync("net8.0"), BuildAsync("net10.0"));

        Assert.Equal(1, builds.Sum(build => build.Succeeded().Generations));
    }

    [Fact]
    public async Task A_build_that_waits_in_vain_for_another_one_says_so()
    {
        var file = restored.Tree.PathOf("generator/obj/generate.lock");
        File.SetLastWriteTimeUtc(restored.Tree.Document, DateTime.UtcNow);
        using (new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var error = (await restored.Tree.GenerateAsync("-p:GenAuthTimeLimit=1")).FailedOnce();

            Assert.Equal(("GENAUTH015", file), (error.Code, error.File));
            Assert.Contains("Wait for it or end it", error.Message, StringComparison.Ordinal);
        }

        (await restored.Tree.GenerateAsync()).Generated(times: 1);
    }

    private Task<BuildResult> BuildAsync(string framework) =>
        restored.Tree.RunAsync("build", SourceTree.Library, "--no-restore", "-f", framework, "-p:RunAnalyzers=false");
}
