using System.Diagnostics;

namespace GenAuth.Build;

/// <summary>A lock among processes: a file that only one of them can have open. It ends with its owner, however that ends.</summary>
internal static class Turn
{
    /// <summary>Waits for the file, and gives what to dispose of after the work, or nothing when the time is up.</summary>
    public static IDisposable? Await(string lockFile, int timeLimit)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(lockFile)!);
        var waited = Stopwatch.StartNew();
        do
        {
            try
            {
                return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
        while (waited.Elapsed.TotalSeconds < timeLimit);
        return null;
    }
}
