namespace GenAuth.Pipeline;

/// <summary>Ends an attempt at its time limit or by the caller's cancellation.</summary>
internal readonly struct Deadline : IDisposable
{
    private readonly CancellationTokenSource? _source;
    private readonly ITimer? _timer;
    private readonly TimeSpan _limit;
    private readonly GenAuthTimeoutScope _scope;
    private readonly CancellationToken _callerToken;

    /// <param name="remaining">The time that the attempt may take; <see cref="TimeSpan.MaxValue"/> for no limit.</param>
    /// <param name="limit">The value of the setting, for the exception.</param>
    /// <param name="scope">What the setting limits.</param>
    /// <param name="timeProvider">The clock of the client.</param>
    /// <param name="callerToken">The caller's token.</param>
    public Deadline(TimeSpan remaining, TimeSpan limit, GenAuthTimeoutScope scope, TimeProvider timeProvider, CancellationToken callerToken)
    {
        _limit = limit;
        _scope = scope;
        _callerToken = callerToken;
        if (remaining == TimeSpan.MaxValue)
        {
            return;
        }

        _source = CancellationTokenSource.CreateLinkedTokenSource(callerToken);
        remaining = remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        if (timeProvider == TimeProvider.System)
        {
            _source.CancelAfter(remaining);
        }
        else
        {
            _timer = timeProvider.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), _source, remaining, Timeout.InfiniteTimeSpan);
        }
    }

    public CancellationToken Token => _source?.Token ?? _callerToken;

    /// <summary>True for the types of exceptions by which the platform reports a failed or ended attempt.</summary>
    public bool IsTransportException(Exception exception) => exception is OperationCanceledException or HttpRequestException or IOException or InvalidDataException
        || (exception is ObjectDisposedException && Token.IsCancellationRequested);

    /// <summary>Converts an exception of the platform to one of the SDK.</summary>
    /// <exception cref="OperationCanceledException">The caller has canceled.</exception>
    public GenAuthException Convert(string operation, Exception exception)
    {
        _callerToken.ThrowIfCancellationRequested();

        // Some platforms report the cancellation as a closed connection. A cancellation without the caller's token or this deadline
        // comes from HttpClient.Timeout.
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
