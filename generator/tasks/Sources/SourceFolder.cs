namespace GenAuth.Build;

/// <summary>The folder of the generated sources, which the library compiles whatever is in it.</summary>
internal sealed class SourceFolder(string path)
{
    public bool Holds(IEnumerable<string> names) => names.All(name => File.Exists(Path.Combine(path, name)));

    /// <summary>Marks everything as not done, for whatever document, toolchain and names it was.</summary>
    public void DeleteStamps()
    {
        Directory.CreateDirectory(path);
        foreach (var stamp in Directory.GetFiles(path, "*.stamp"))
        {
            File.Delete(stamp);
        }
    }

    /// <summary>Takes the sources over. One whose text is the same stays as it is, so that the library is not compiled for nothing.</summary>
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
