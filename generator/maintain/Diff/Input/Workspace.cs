namespace GenAuth.Maintain.Diff;

/// <summary>The sources of the SDK around which a comparison is made, and a folder for what it needs in between.</summary>
internal sealed class Workspace : IDisposable
{
    private const string Generator = "generator/GenAuth.Generator.csproj";

    private readonly Lazy<DirectoryInfo> _temporary = new(() => Directory.CreateTempSubdirectory("genauth-diff-"));

    /// <param name="root">The folder of the solution; <see langword="null"/> looks for it around the current folder.</param>
    public Workspace(string? root)
    {
        Root = root is null ? Find(Directory.GetCurrentDirectory())
            : File.Exists(Path.Combine(root, Generator)) ? Path.GetFullPath(root)
            : throw new UsageException($"{root}: the folder does not hold {Generator}. Name the root of the SDK's sources.");
    }

    /// <summary>The folder of the solution, if there is one.</summary>
    public string? Root { get; }

    /// <summary>A file of the solution; without a solution the reason is said.</summary>
    public string InRoot(string path, string need) =>
        Root is null ? throw new UsageException($"The current folder is in no sources of the SDK, which {need}. Go there, or name them with --project.") : Path.Combine(Root, path);

    /// <summary>A place for a file that is gone afterwards.</summary>
    public string Temporary(string name) => Path.Combine(_temporary.Value.FullName, name);

    public void Dispose()
    {
        if (_temporary.IsValueCreated)
        {
            _temporary.Value.Delete(recursive: true);
        }
    }

    private static string? Find(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            if (File.Exists(Path.Combine(place.FullName, Generator)))
            {
                return place.FullName;
            }
        }

        return null;
    }
}
