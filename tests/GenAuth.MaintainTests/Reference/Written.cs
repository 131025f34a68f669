using GenAuth.MaintainTests.Support;

namespace GenAuth.MaintainTests.Reference;

/// <summary>The reference pages of the API document, generated once for all tests.</summary>
public sealed class Written : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-reference-");

    /// <summary>The text of each page by its path with slashes.</summary>
    internal IReadOnlyDictionary<string, string> Pages { get; private set; } = new Dictionary<string, string>();

    public async Task InitializeAsync()
    {
        await WriteAsync(_folder.FullName);
        Pages = Read(_folder.FullName);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    internal static async Task WriteAsync(string folder)
    {
        var run = await Run.CommandAsync("reference", "--document", Repository.PathOf("openapi", "genauth-v3.json"), "--output", folder);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    internal static Dictionary<string, string> Read(string folder) => Directory
        .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);
}
