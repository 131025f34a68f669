namespace GenAuth.BuildTests;

/// <summary>Several builds of one tree at the same time: an editor's, a terminal's, a test runner's.</summary>
[Collection(SharesLibrary.Name)]
[Trait("Category", "Extended")]
public sealed class ParallelBuildTests
{
    private readonly SourceTree _tree;

    public ParallelBuildTests(RestoredTree restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    [Fact]
    public async Task Three_builds_at_once_from_a_clean_tree_generate_once_together()
    {
        _tree.DeleteProducts(tasks: true);

        var builds = await Task.WhenAll(BuildAsync("netstandard2.0"), BuildAsync("net8.0"), BuildAsync("net10.0"));

        Assert.Equal(1, builds.Sum(build => build.Succeeded().Generations));
    }

    [Fact]
    public async Task Build_that_waits_in_vain_for_another_one_reports_it()
    {
        var file = _tree.PathOf("generator/obj/generate.lock");
        File.SetLastWriteTimeUtc(_tree.Document, DateTime.UtcNow);
        using (new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var error = (await _tree.GenerateAsync("-p:GenAuthTimeLimit=1")).FailedOnce();

            Assert.Equal(("GENAUTH015", file), (error.Code, error.File));
            Assert.Contains("Wait for it or end it", error.Message, StringComparison.Ordinal);
        }

        (await _tree.GenerateAsync()).Generated(times: 1);
    }

    private Task<BuildResult> BuildAsync(string framework) =>
        _tree.RunAsync("build", SourceTree.Library, "--no-restore", "-f", framework, "-p:RunAnalyzers=false");
}
