namespace GenAuth.Management;

/// <summary>Waits for a task that goes on when the one who waits does not. The older frameworks lack it.</summary>
internal static class Waiting
{
    /// <exception cref="OperationCanceledException">The waiting was cancelled; the task was not.</exception>
    public static async Task<T> ForAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        if (!task.IsCompleted && cancellationToken.CanBeCanceled)
        {
            var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            using (cancellationToken.Register(static source => ((TaskCompletionSource<bool>)source!).TrySetResult(true), cancelled))
            {
                if (await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false) != task)
                {
                    // Seen by nobody else perhaps, and an exception that nobody sees is reported to the whole program.
                    _ = task.ContinueWith(
                        static abandoned => abandoned.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }

        return await task.ConfigureAwait(false);
    }
}
