using Microsoft.Build.Framework;

namespace GenAuth.Build.Common;

/// <summary>A file whose timestamp shows when work was last done. It is written last, so that interrupted work is repeated.</summary>
internal sealed class StampFile(string path)
{
    // An input that changes during the work must be newer than the stamp.
    private readonly DateTime _started = DateTime.UtcNow;

    /// <summary>The lines that <see cref="Write"/> wrote.</summary>
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
