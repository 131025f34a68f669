namespace GenAuth.BuildTests;

/// <summary>A tree whose build step has been restored and has its compiled tasks, but has never run.</summary>
public class RestoredGenerator : IAsyncLifetime
{
    private readonly BuildServer _server = new();

    internal SourceTree Tree { get; } = new();

    private protected virtual string Restored => SourceTree.Generator;

    public async Task InitializeAsync()
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
