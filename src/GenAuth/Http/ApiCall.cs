namespace GenAuth.Http;

/// <summary>One call of an operation, with all of its attempts: what was asked for, and how much time is left.</summary>
internal sealed class ApiCall
{
    private readonly TransportSettings _settings;
    private readonly long _began;

    public ApiCall(ApiRequest request, RequestOptions? options, string? accessToken, TransportSettings settings, CancellationToken cancellationToken)
    {
        Request = request;
        Options = options;
        AccessToken = options?.AccessToken ?? accessToken;
        CancellationToken = cancellationToken;
        _settings = settings;
        _began = settings.TimeProvider.GetTimestamp();
    }

    public ApiRequest Request { get; }

    public RequestOptions? Options { get; }

    public string? AccessToken { get; }

    public CancellationToken CancellationToken { get; }

    private TimeSpan Timeout => Options?.Timeout ?? _settings.Timeout;

    private int MaxRetries => Options?.MaxRetries ?? _settings.Retry.MaxRetries;

    private TimeSpan Remaining => Timeout == System.Threading.Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Timeout - _settings.TimeProvider.GetElapsedTime(_began);

    /// <summary>What ends the next attempt: its own limit, or the rest of the call's.</summary>
    public Deadline NextDeadline()
    {
        var attempt = Options?.AttemptTimeout ?? _settings.AttemptTimeout;
        var remaining = Remaining;
        return attempt == System.Threading.Timeout.InfiniteTimeSpan || remaining <= attempt
            ? new Deadline(remaining, Timeout, GenAuthTimeoutScope.Call, _settings.TimeProvider, CancellationToken)
            : new Deadline(attempt, attempt, GenAuthTimeoutScope.Attempt, _settings.TimeProvider, CancellationToken);
    }

    /// <summary>Whether a failure is one that another attempt may mend.</summary>
    public bool MayRepeatAfter(GenAuthException failure) => MaxRetries > 0 && RetryRule.Allows(Request.Repeatability, failure);

    /// <summary>Whether another attempt is made, and after which wait.</summary>
    /// <param name="failure">What the last attempt ended with.</param>
    /// <param name="number">The repetition that would follow, from 1.</param>
    public TimeSpan? WaitBefore(int number, GenAuthException failure)
    {
        if (number > MaxRetries || !RetryRule.Allows(Request.Repeatability, failure))
        {
            return null;
        }

        var wait = RetryDelay.Of(_settings.Retry, number, RetryRule.WaitOf(failure), RandomNumber.Next());
        return wait < Remaining && (Options?.ShouldRetry ?? _settings.Retry.ShouldRetry)?.Invoke(new RetryAttempt(number, failure, wait)) != false
            ? wait
            : null;
    }
}
