using System.Text.Json.Nodes;

namespace GenAuth.BuildTests;

/// <summary>What an editor does when it opens a fresh clone: it restores, and asks for the compiler's arguments without building.</summary>
[Collection(SharesLibrary.Name)]
[Trait("Category", "Extended")]
public sealed class DesignTimeTests
{
    private readonly SourceTree _tree;

    public DesignTimeTests(RestoredTree restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    [Fact]
    public async Task Design_time_build_of_a_clean_tree_generates_the_files_that_it_lists()
    {
        _tree.DeleteProducts();

        var result = await DesignTimeBuildAsync();

        result.Succeeded();
        var folder = Path.GetDirectoryName(_tree.ClientsFile);
        var files = Sources(result).Where(file => Path.GetDirectoryName(file) == folder).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        Assert.Equal(_tree.GeneratedFiles(), files);
    }

    [Fact]
    public async Task A_design_time_build_after_a_build_generates_nothing()
    {
        (await _tree.GenerateAsync()).Succeeded();
        var before = File.GetLastWriteTimeUtc(_tree.ClientsFile);
        File.SetLastWriteTimeUtc(_tree.Document, DateTime.UtcNow);

        (await DesignTimeBuildAsync()).Succeeded();

        Assert.Equal(before, File.GetLastWriteTimeUtc(_tree.ClientsFile));
    }

    private Task<BuildResult> DesignTimeBuildAsync() => _tree.RunAsync(
        "msbuild", SourceTree.Library, "-t:Compile", "-getItem:Compile", "-p:TargetFramework=net10.0", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true",
        "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false", "-p:BuildingInsideVisualStudio=true");

    private static IEnumerable<string> Sources(BuildResult result)
    {
        var json = JsonNode.Parse(result.Output[result.Output.IndexOf('{', StringComparison.Ordinal)..])!;
        return json["Items"]!["Compile"]!.AsArray().Select(item => (string)item!["FullPath"]!);
    }
}
