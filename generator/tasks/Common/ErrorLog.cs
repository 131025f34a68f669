using Microsoft.Build.Utilities;

namespace GenAuth.Build;

/// <summary>Reports an error as editors and build servers read it: with its code, the file at fault and the place in it.</summary>
internal sealed class ErrorLog(TaskLoggingHelper log)
{
    public bool IsEmpty => !log.HasLoggedErrors;

    /// <summary>Adds an error. A line or column of 0 is none.</summary>
    /// <returns>Always <see langword="false"/>, which is how a task ends that failed.</returns>
    public bool Add(string code, string file, string message, int line = 0, int column = 0)
    {
        // As an argument, because a message may hold braces.
        log.LogError(null, code, null, file, line, column, 0, 0, "{0}", message);
        return false;
    }

    /// <summary>Adds a warning in the same form.</summary>
    public void Warn(string code, string file, string message, int line = 0, int column = 0) => log.LogWarning(null, code, null, file, line, column, 0, 0, "{0}", message);

    /// <summary>How a message goes on that stands for several places.</summary>
    public static string Others(int count) => count == 0 ? string.Empty : $" (and {count} more)";
}
