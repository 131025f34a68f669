namespace GenAuth.BuildTests;

/// <summary>A tree that has been restored and never built, shared by the tests of a class.</summary>
public class RestoredTree : IAsyncLifetime
{
    internal SourceTree Tree { get; } = new();

    public virtual async Task InitializeAsync() => (await Tree.RunAsync("restore", SourceTree.Sample)).Succeeded();

    public Task DisposeAsync()
    {
        Tree.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>A tree whose library has been built once, with one command, as after a clone. Its tests change no source.</summary>
public sealed class BuiltTree : RestoredTree
{
    internal BuildResult FirstBuild { get; private set; } = null!;

    internal IReadOnlyList<string> FilesBefore { get; private set; } = [];

    internal IReadOnlyList<string> FilesAfter { get; private set; } = [];

    public override async Task InitializeAsync()
    {
        FilesBefore = Tree.SourceFiles();
        FirstBuild = await Tree.RunAsync("build", SourceTree.Library);
        FilesAfter = Tree.SourceFiles();
    }
}
