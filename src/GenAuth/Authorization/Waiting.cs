namespace GenAuth.Authorization;

/// <summary>Waits for a task with a cancellation that ends the wait only, as <c>Task.WaitAsync</c> does on newer frameworks.</summary>
internal static class Waiting
{
    /// <exception cref="OperationCanceledException">The wait was cancelled; the task goes on.</exception>
    public static async Task<T> ForAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        if (!task.IsCompleted && cancellationToken.CanBeCanceled)
        {
            var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            using (cancellationToken.Register(static source => ((TaskCompletionSource<bool>)source!).TrySetResult(true), cancelled))
            {
                if (await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false) != task)
                {
                    // Observes a later failure, which would otherwise raise TaskScheduler.UnobservedTaskException.
                    _ = task.ContinueWith(
                        static abandoned => abandoned.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }
        }

        return await task.ConfigureAwait(false);
    }
}
