namespace GenAuth.BuildTests;

/// <summary>A temporary folder for one test or one class of tests.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <param name="prefix">What its name begins with.</param>
    public TemporaryFolder(string prefix = "genauth-") =>
        Path = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), prefix + Guid.NewGuid().ToString("N")[..8])).FullName;

    public string Path { get; }

    public string File(params string[] path) => System.IO.Path.Combine([Path, .. path]);

    /// <summary>Writes a file of the folder, with the folders it needs, and returns its full name.</summary>
    public string Write(string path, string text)
    {
        var file = File(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
