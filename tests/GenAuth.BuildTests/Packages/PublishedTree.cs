using System.Diagnostics;

namespace GenAuth.BuildTests.Packages;

/// <summary>A source tree in the state of a release: a commit of a public repository.</summary>
internal sealed class PublishedTree : IDisposable
{
    public const string Repository = "https://github.com/example/genauth-dotnet";

    // The same texts, time and author give the same commit.
    private static readonly string[] Author = ["-c", "user.name=Someone", "-c", "user.email=someone@example.com", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"];

    public SourceTree Tree { get; } = new();

    /// <summary>Commits everything and returns the commit.</summary>
    public async Task<string> CommitAsync()
    {
        await GitAsync("init", "--quiet", "--initial-branch=main");
        await GitAsync("remote", "add", "origin", Repository + ".git");
        await GitAsync("add", "--all");
        await GitAsync([.. Author, "commit", "--quiet", "--message", "A version"]);
        return (await GitAsync("rev-parse", "HEAD")).Output.Trim();
    }

    /// <param name="project">A project, or the solution for all packages.</param>
    /// <param name="version">The version.</param>
    /// <param name="folder">The folder for the packages.</param>
    public async Task<BuildResult> PackAsync(string project, string version, string folder) =>
        (await Tree.RunAsync("pack", project, $"-p:Version={version}", "-p:RunAnalyzers=false", $"-p:PackageOutputPath={folder}")).Succeeded();

    public void Dispose() => Tree.Dispose();

    private async Task<BuildResult> GitAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Tree.Root };
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = "2026-01-02T03:04:05Z";
        return (await ChildProcess.RunAsync(start)).Succeeded();
    }
}
