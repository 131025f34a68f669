namespace GenAuth.Pipeline;

/// <summary>The end of an attempt: by its time limit, or by the caller's cancellation.</summary>
internal readonly struct Deadline : IDisposable
{
    private readonly CancellationTokenSource? _source;
    private readonly ITimer? _timer;
    private readonly TimeSpan _limit;
    private readonly GenAuthTimeoutScope _scope;
    private readonly CancellationToken _callers;

    /// <param name="left">How long the attempt may take; <see cref="TimeSpan.MaxValue"/> for no limit.</param>
    /// <param name="limit">The setting that the limit comes from.</param>
    /// <param name="scope">What the setting limits.</param>
    /// <param name="clock">What measures the time.</param>
    /// <param name="callers">The caller's token.</param>
    public Deadline(TimeSpan left, TimeSpan limit, GenAuthTimeoutScope scope, TimeProvider clock, CancellationToken callers)
    {
        _limit = limit;
        _scope = scope;
        _callers = callers;
        if (left == TimeSpan.MaxValue)
        {
            return;
        }

        _source = CancellationTokenSource.CreateLinkedTokenSource(callers);
        left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        if (clock == TimeProvider.System)
        {
            _source.CancelAfter(left);
        }
        else
        {
            _timer = clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), _source, left, Timeout.InfiniteTimeSpan);
        }
    }

    public CancellationToken Token => _source?.Token ?? _callers;

    /// <summary>Whether an exception is one with which the platform reports the end of an attempt.</summary>
    public bool Covers(Exception exception) => exception is OperationCanceledException or HttpRequestException or IOException or InvalidDataException
        || (exception is ObjectDisposedException && Token.IsCancellationRequested);

    /// <summary>The SDK's own exception for what the platform reported.</summary>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public GenAuthException Explain(string operation, Exception exception)
    {
        _callers.ThrowIfCancellationRequested();

        // Some platforms report the end of the time as a broken connection. A cancellation that is neither the caller's nor
        // the deadline's is the HttpClient's own limit.
        return Token.IsCancellationRequested ? new GenAuthTimeoutException(operation, _limit, _scope, exception)
            : exception is OperationCanceledException ? new GenAuthTimeoutException(operation, null, exception)
            : new GenAuthConnectionException(operation, exception);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _source?.Dispose();
    }
}
