using Polly;
using Polly.Retry;

namespace GenAuth.Http;

/// <summary>Polly's retries with the SDK's rules. Entered with a call's first failure: a call that succeeds at once pays nothing for it.</summary>
internal sealed class RetryPipeline(TimeProvider clock)
{
    private static readonly ResiliencePropertyKey<Progress> Key = new("GenAuth.Progress");

    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            // Each call has limits of its own.
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = static arguments => new(
                arguments.Outcome.Exception is GenAuthException failure && ProgressOf(arguments.Context).Wants(failure, arguments.AttemptNumber + 1)),
            DelayGenerator = static arguments => new(ProgressOf(arguments.Context).Wait),
        })
        .Build();

    /// <summary>Goes on after a first attempt that has failed.</summary>
    public async Task<T> ContinueAsync<T>(ApiCall call, GenAuthException failure, Func<ApiCall, Task<T>> attempt)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.CancellationToken);
        try
        {
            var progress = new Progress(call) { Known = failure };
            context.Properties.Set(Key, progress);
            var outcome = await _pipeline.ExecuteOutcomeAsync(AttemptAsync, context, (progress, attempt)).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Progress ProgressOf(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    private static async ValueTask<Outcome<T>> AttemptAsync<T>(ResilienceContext context, (Progress Progress, Func<ApiCall, Task<T>> Send) attempt)
    {
        if (attempt.Progress.Known is { } first)
        {
            attempt.Progress.Known = null;
            return Outcome.FromException<T>(first);
        }

        try
        {
            return Outcome.FromResult(await attempt.Send(attempt.Progress.Call).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            // Polly throws it again, unless another attempt mends it.
            return Outcome.FromException<T>(exception);
        }
    }

    /// <summary>Where a call stands that has failed at least once.</summary>
    private sealed class Progress(ApiCall call)
    {
        public ApiCall Call => call;

        /// <summary>The failure of the first attempt, which was made before.</summary>
        public GenAuthException? Known { get; set; }

        public TimeSpan? Wait { get; private set; }

        public bool Wants(GenAuthException failure, int number) => (Wait = call.WaitBefore(number, failure)) is not null;
    }
}
