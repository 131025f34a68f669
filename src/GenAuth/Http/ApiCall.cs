using System.Net;

namespace GenAuth.Http;

/// <summary>
/// One call of an operation, with all of its attempts: what was asked for, and how much time is left. The transport tells it
/// what happens; only a derived one cares.
/// </summary>
internal class ApiCall
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

    /// <summary>Whether a member of another type than the documented one fails the call.</summary>
    public bool IsStrict => (Options?.ResponseValidation ?? _settings.ResponseValidation) == ResponseValidation.Strict;

    /// <summary>How many messages were sent so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>Takes down how the answer differs from the document, if anybody asks.</summary>
    public virtual DriftNotes? Drift => null;

    protected TimeSpan Elapsed => _settings.TimeProvider.GetElapsedTime(_began);

    private TimeSpan Timeout => Options?.Timeout ?? _settings.Timeout;

    private int MaxRetries => Options?.MaxRetries ?? _settings.Retry.MaxRetries;

    private TimeSpan Remaining => Timeout == System.Threading.Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Timeout - Elapsed;

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
        if (wait > RetryDelay.Longest || wait >= Remaining || (Options?.ShouldRetry ?? _settings.Retry.ShouldRetry)?.Invoke(new RetryAttempt(number, failure, wait)) == false)
        {
            return null;
        }

        OnRepeating(number, failure, wait);
        return wait;
    }

    /// <summary>A message is about to be sent.</summary>
    public virtual void OnSending() => Attempts++;

    /// <summary>An answer was read.</summary>
    /// <param name="status">Its HTTP status.</param>
    /// <param name="bytes">The length of its body.</param>
    public virtual void OnReceived(HttpStatusCode status, int bytes)
    {
    }

    /// <summary>An answer became the call's result.</summary>
    public void OnUnderstood<T>(ApiResponse response, T value)
    {
        if (Options?.OnResponse is { } onResponse)
        {
            onResponse(response.Describe(ResponseDecoder.RequestIdOf(response, value), Attempts));
        }
    }

    /// <summary>An answer became a failure, perhaps the call's.</summary>
    public void OnRefused(ApiResponse response, GenAuthException failure)
    {
        failure.Response = response.Describe((failure as GenAuthApiException)?.RequestId ?? (failure as GenAuthResponseException)?.RequestId, Attempts);
        Options?.OnResponse?.Invoke(failure.Response);
    }

    /// <summary>Another attempt will be made.</summary>
    /// <param name="number">Which repetition it is, from 1.</param>
    /// <param name="failure">What the attempt before ended with.</param>
    /// <param name="wait">How long it is waited for.</param>
    protected virtual void OnRepeating(int number, GenAuthException failure, TimeSpan wait)
    {
    }
}
