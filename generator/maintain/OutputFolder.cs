namespace GenAuth.Maintain;

/// <summary>A folder that a command makes anew each time, so that nothing of yesterday's document stays in it.</summary>
internal sealed class OutputFolder(string path, string content)
{
    private string Mark => Path.Combine(path, $".genauth-{content}");

    /// <summary>Empties the folder, if it is one of this command or empty anyway.</summary>
    public void Renew()
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            if (!File.Exists(Mark))
            {
                throw new UsageException($"{path} holds something else than the {content}. Name another folder, or empty it.");
            }

            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        File.WriteAllText(Mark, $"This folder is deleted and written anew by the {content} command.\n");
    }

    public void Write(string file, byte[] bytes)
    {
        var target = Path.Combine(path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes);
    }
}
