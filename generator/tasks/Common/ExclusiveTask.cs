using System.Diagnostics;
using Microsoft.Build.Framework;

namespace GenAuth.Build.Common;

/// <summary>A task that only one build at a time runs, guarded by a lock file among processes.</summary>
public abstract class ExclusiveTask : BuildTask
{
    /// <summary>The lock file. A build has it open while it runs the task, and the operating system closes it when the process ends.</summary>
    [Required]
    public string LockFile { get; set; } = string.Empty;

    /// <summary>Seconds that this build waits for another one, and that a tool may run.</summary>
    [Required]
    public int TimeLimit { get; set; }

    /// <summary>Runs the work while no other build does, or fails with the given code after the time limit.</summary>
    private protected bool RunExclusively(string code, Func<bool> work)
    {
        using var lockFile = OpenLockFile();
        return lockFile is null
            ? Errors.Add(code, LockFile, $"Another build has held this file for {TimeLimit} s. Wait for it or end it, and build again.")
            : work();
    }

    private FileStream? OpenLockFile()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LockFile)!);
        var waited = Stopwatch.StartNew();
        do
        {
            try
            {
                return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
        while (waited.Elapsed.TotalSeconds < TimeLimit);
        return null;
    }
}
