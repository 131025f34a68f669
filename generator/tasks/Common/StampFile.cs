using Microsoft.Build.Framework;

namespace GenAuth.Build;

/// <summary>A file whose date says when work was done. It is written last, so that work that was cut off is done again.</summary>
internal sealed class StampFile(string path)
{
    // A change that arrives while the work is done must look newer than the stamp.
    private readonly DateTime _started = DateTime.UtcNow;

    /// <summary>What <see cref="Write"/> put into the file.</summary>
    public IEnumerable<string> Lines => File.ReadLines(path);

    /// <summary>Whether the work has been done since the inputs changed.</summary>
    public bool IsNewerThan(IEnumerable<ITaskItem> inputs) =>
        File.Exists(path) && inputs.All(input => File.GetLastWriteTimeUtc(input.ItemSpec) <= File.GetLastWriteTimeUtc(path));

    public void Delete() => File.Delete(path);

    public void Write(params IEnumerable<string> lines)
    {
        File.WriteAllLines(path, lines);
        File.SetLastWriteTimeUtc(path, _started);
    }
}
