using System.Runtime.InteropServices;

namespace GenAuth.BuildTests;

/// <summary>
/// Whatever command comes first on a clean tree, it generates once and succeeds. <see cref="BuildScriptTests"/> builds the solution, and
/// <see cref="Packages.PackedFeed"/> packs.
/// </summary>
[Collection(SharesLibrary.Name)]
[Trait("Category", "Extended")]
public sealed class EntryPointTests
{
    private readonly SourceTree _tree;

    public EntryPointTests(RestoredTree restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
        _tree.DeleteProducts();
    }

    [Fact]
    public async Task A_build_of_one_framework_generates_once() =>
        (await _tree.RunAsync("build", SourceTree.Library, "--no-restore", "-f", "netstandard2.0", "-p:RunAnalyzers=false")).Generated(times: 1);

    [Fact]
    public async Task A_rebuild_of_the_library_generates_again()
    {
        (await _tree.GenerateAsync()).Generated(times: 1);
        (await _tree.RunAsync("build", SourceTree.Library, "--no-restore", "-f", "net10.0", "-p:RunAnalyzers=false", "-t:Rebuild")).Generated(times: 1);
    }

    [Fact]
    public async Task A_build_after_a_clean_generates_again()
    {
        (await _tree.GenerateAsync()).Generated(times: 1);
        (await _tree.RunAsync("clean", SourceTree.Library, "-f", "net10.0")).Succeeded();
        Assert.False(File.Exists(_tree.ClientsFile));
        (await _tree.RunAsync("build", SourceTree.Library, "--no-restore", "-f", "net10.0", "-p:RunAnalyzers=false")).Generated(times: 1);
    }

    [Fact]
    public async Task A_publish_for_a_runtime_generates_once()
    {
        var folder = _tree.PathOf("samples/AlipayLogin/bin/published");

        (await _tree.RunAsync(
            "publish", SourceTree.Sample, "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-o", folder,
            "-p:RunAnalyzers=false")).Generated(times: 1);

        Assert.True(File.Exists(Path.Combine(folder, "GenAuth.dll")));
    }
}
