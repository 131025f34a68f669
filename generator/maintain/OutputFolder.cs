namespace GenAuth.Maintain;

/// <summary>An output folder that a command empties first, so that no file of an earlier document remains.</summary>
internal sealed class OutputFolder(string path, string content)
{
    /// <summary>Its presence shows that the command created the folder.</summary>
    private string MarkerFile => Path.Combine(path, $".genauth-{content}");

    /// <summary>Empties the folder. A folder with files of another origin is refused.</summary>
    public void Clear()
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            if (!File.Exists(MarkerFile))
            {
                throw new UsageException($"{path} holds something else than the {content}. Name another folder, or empty it.");
            }

            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        File.WriteAllText(MarkerFile, $"The {content} command deletes and rewrites this folder.\n");
    }

    public void Write(string file, byte[] bytes)
    {
        var target = Path.Combine(path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes);
    }
}
