namespace GenAuth.Build.Sources;

/// <summary>The folder of the generated sources. The library compiles every source in it.</summary>
internal sealed class SourceFolder(string path)
{
    public bool Holds(IEnumerable<string> names) => names.All(name => File.Exists(Path.Combine(path, name)));

    /// <summary>Deletes the stamps of all documents, toolchains and names.</summary>
    public void DeleteStamps()
    {
        Directory.CreateDirectory(path);
        foreach (var stamp in Directory.GetFiles(path, "*.stamp"))
        {
            File.Delete(stamp);
        }
    }

    /// <summary>Writes the sources. Unchanged files are not written, so that the library is not compiled again.</summary>
    public void Publish(IReadOnlyCollection<Source> sources)
    {
        // Sources that no longer exist would be compiled with the rest. They are deleted first, because a name that differs only in
        // its case is another file on some file systems and the same one on others.
        var names = new HashSet<string>(sources.Select(source => source.Name), StringComparer.Ordinal);
        foreach (var stale in Files().Where(file => !names.Contains(Path.GetFileName(file))))
        {
            File.Delete(stale);
        }

        foreach (var source in sources)
        {
            var file = Path.Combine(path, source.Name);
            if (!File.Exists(file) || File.ReadAllText(file) != source.Text)
            {
                File.WriteAllText(file, source.Text);
            }
        }
    }

    public IEnumerable<string> Files() => Directory.GetFiles(path, "*.g.cs").OrderBy(file => file, StringComparer.Ordinal);
}
