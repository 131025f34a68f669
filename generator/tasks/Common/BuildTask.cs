using Microsoft.Build.Framework;

namespace GenAuth.Build;

/// <summary>What the tasks of the build step have in common.</summary>
public abstract class BuildTask : Microsoft.Build.Utilities.Task
{
    private protected BuildTask()
    {
        Errors = new ErrorLog(Log);
    }

    private protected ErrorLog Errors { get; }
}

/// <summary>A task whose work no two builds may do at the same time.</summary>
public abstract class ExclusiveTask : BuildTask
{
    /// <summary>Open as long as a build does the work.</summary>
    [Required]
    public string LockFile { get; set; } = string.Empty;

    /// <summary>Seconds that this build waits for another one, and that a tool may run.</summary>
    [Required]
    public int TimeLimit { get; set; }

    /// <summary>Does the work when no other build does, or fails with the given code.</summary>
    private protected bool InTurn(string code, Func<bool> work)
    {
        using var turn = Turn.Await(LockFile, TimeLimit);
        return turn is null
            ? Errors.Add(code, LockFile, $"Another build has held this file for {TimeLimit} s. Wait for it or end it, and build again.")
            : work();
    }
}
