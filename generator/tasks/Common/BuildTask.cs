using Microsoft.Build.Utilities;

namespace GenAuth.Build.Common;

/// <summary>Base class of the tasks: reports errors.</summary>
public abstract class BuildTask : Microsoft.Build.Utilities.Task
{
    private protected BuildTask()
    {
        Errors = new ErrorLog(Log);
    }

    private protected ErrorLog Errors { get; }
}

/// <summary>Reports errors in the form that editors and build servers read: code, file, line and column.</summary>
internal sealed class ErrorLog(TaskLoggingHelper log)
{
    public bool IsEmpty => !log.HasLoggedErrors;

    /// <summary>Adds an error. A line or column of 0 means none.</summary>
    /// <returns>Always <see langword="false"/>, the result of a failed task.</returns>
    public bool Add(string code, string file, string message, int line = 0, int column = 0)
    {
        // The message is an argument, because it may contain braces.
        log.LogError(null, code, null, file, line, column, 0, 0, "{0}", message);
        return false;
    }

    /// <summary>Adds a warning.</summary>
    public void Warn(string code, string file, string message, int line = 0, int column = 0) => log.LogWarning(null, code, null, file, line, column, 0, 0, "{0}", message);

    /// <summary>The end of a message about several locations.</summary>
    public static string Others(int count) => count == 0 ? string.Empty : $" (and {count} more)";
}
