using GenAuth.Soak.Calls;

namespace GenAuth.Soak.Watch;

/// <summary>Records unobserved task exceptions.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly Tally _tally;

    public UnobservedExceptions(Tally tally)
    {
        _tally = tally;
        TaskScheduler.UnobservedTaskException += Note;
    }

    /// <summary>Collects garbage, so that the runtime reports the remaining exceptions.</summary>
    public static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    private void Note(object? sender, UnobservedTaskExceptionEventArgs arguments) => _tally.Problem("unobserved", arguments.Exception.ToString());
}
