namespace GenAuth.Maintain.Diff.Input;

/// <summary>The SDK's source tree of a comparison, and temporary files.</summary>
internal sealed class Workspace : IDisposable
{
    private const string Generator = "generator/GenAuth.Generator.csproj";

    private readonly Lazy<DirectoryInfo> _temporary = new(() => Directory.CreateTempSubdirectory("genauth-diff-"));

    /// <param name="root">The folder of the solution; <see langword="null"/> searches the current folder and its parents.</param>
    public Workspace(string? root)
    {
        Root = root is null ? Find(Directory.GetCurrentDirectory())
            : File.Exists(Path.Combine(root, Generator)) ? Path.GetFullPath(root)
            : throw new UsageException($"{root}: the folder does not hold {Generator}. Name the root of the SDK's sources.");
    }

    /// <summary>The folder of the solution, if there is one.</summary>
    public string? Root { get; }

    /// <summary>The path of a file of the solution; without a solution an error states the need.</summary>
    public string InRoot(string path, string need) =>
        Root is null ? throw new UsageException($"The current folder is not in the SDK's source tree, which {need}. Change to that folder, or name it with --project.") : Path.Combine(Root, path);

    /// <summary>The path of a temporary file, which is deleted at the end.</summary>
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
