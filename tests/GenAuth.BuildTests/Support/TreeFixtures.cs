namespace GenAuth.BuildTests;

/// <summary>A tree whose build step has been restored and has its compiled tasks, but has never run.</summary>
public class RestoredGenerator : IAsyncLifetime
{
    private readonly BuildServer _server = new();

    internal SourceTree Tree { get; } = new();

    private protected virtual string Restored => SourceTree.Generator;

    public virtual async Task InitializeAsync()
    {
        Tree.Server = _server;
        (await Tree.RunAsync("restore", Restored)).Succeeded();
        Tree.TakeCompiledTasks();
    }

    public async Task DisposeAsync()
    {
        await _server.ShutDownAsync(Tree.Root);
        Tree.Dispose();
    }
}

/// <summary>The same with the library and a program that uses it.</summary>
public sealed class RestoredTree : RestoredGenerator
{
    private protected override string Restored => SourceTree.Sample;
}

/// <summary>The tests of the build step share one tree and take turns. Each of them resets its sources first.</summary>
[CollectionDefinition(Name)]
public sealed class SharesBuildStep : ICollectionFixture<RestoredGenerator>
{
    public const string Name = "build step";
}

/// <summary>The same for the tests that build the library.</summary>
[CollectionDefinition(Name)]
public sealed class SharesLibrary : ICollectionFixture<RestoredTree>
{
    public const string Name = "library";
}

/// <summary>
/// A tree that is built with one command as after a clone, built again without a change, and built after a
/// change of the document.
/// </summary>
public sealed class BuiltTree : IAsyncLifetime
{
    internal SourceTree Tree { get; } = new();

    internal BuildResult First { get; private set; } = null!;

    internal BuildResult Unchanged { get; private set; } = null!;

    internal BuildResult Changed { get; private set; } = null!;

    internal IReadOnlyList<string> FilesBefore { get; private set; } = [];

    internal IReadOnlyList<string> FilesAfter { get; private set; } = [];

    public async Task InitializeAsync()
    {
        FilesBefore = Tree.SourceFiles();
        // The build of these tests has analyzed the sources.
        First = await Tree.RunAsync("build", SourceTree.Library, "-p:RunAnalyzers=false");
        FilesAfter = Tree.SourceFiles();
        Unchanged = await Tree.RunAsync("build", SourceTree.Library, "--no-restore", "-m", "-p:RunAnalyzers=false");
        Tree.Edit("small.json", text => SmallDocument.Replace(text, "Makes a thing.", "Makes something else."));
        Changed = await Tree.RunAsync("build", SourceTree.Library, "--no-restore", "-f", "net10.0", "-p:RunAnalyzers=false");
    }

    public Task DisposeAsync()
    {
        Tree.Dispose();
        return Task.CompletedTask;
    }
}
