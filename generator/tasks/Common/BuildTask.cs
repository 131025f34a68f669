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
