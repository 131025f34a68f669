using GenAuth.Soak.Calls;

namespace GenAuth.Soak.Watch;

/// <summary>Notes the exceptions of tasks that nobody awaited.</summary>
internal sealed class Unobserved : IDisposable
{
    private readonly Tally _tally;

    public Unobserved(Tally tally)
    {
        _tally = tally;
        TaskScheduler.UnobservedTaskException += Note;
    }

    /// <summary>Makes the runtime find those that are left.</summary>
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
