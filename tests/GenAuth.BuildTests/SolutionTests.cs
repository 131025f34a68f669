namespace GenAuth.BuildTests;

/// <summary>Builds of the whole solution, where several projects ask for the client at the same time.</summary>
[Collection(SharesLibrary.Name)]
[Trait("Category", "Extended")]
public sealed class SolutionTests
{
    private readonly SourceTree _tree;

    public SolutionTests(RestoredTree restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
        _tree.DeleteProducts();
    }

    [Fact]
    public async Task A_build_of_the_solution_generates_once() =>
        (await _tree.RunAsync("build", SourceTree.Solution, "-m", "-p:RunAnalyzers=false")).Generated(times: 1);

    [Fact]
    public async Task A_rebuild_of_the_solution_generates_once() =>
        (await _tree.RunAsync("build", SourceTree.Solution, "-m", "-t:Rebuild", "-p:RunAnalyzers=false")).Generated(times: 1);
}
