using System.Net;
using GenAuth.Drift;
using GenAuth.Settings;

namespace GenAuth.Pipeline;

/// <summary>The state of one call: its settings, its current attempt, and the time that is left. <see cref="InstrumentedCall"/> also reports it.</summary>
internal class ApiCall
{
    private readonly TransportSettings _settings;
    private readonly long _start;
    private GenAuthResponseInfo? _response;
    private bool _hasRecovered;
    private int _retries;

    public ApiCall(ApiRequest request, RequestOptions? options, string? accessToken, TransportSettings settings, CancellationToken cancellationToken)
    {
        Request = Target = request;
        Options = options;
        AccessToken = options?.AccessToken ?? accessToken;
        CancellationToken = cancellationToken;
        _settings = settings;
        _start = settings.TimeProvider.GetTimestamp();
    }

    /// <summary>The request as the operation describes it.</summary>
    public ApiRequest Request { get; }

    /// <summary>The request of the current attempt: after a redirect, the one at the new address.</summary>
    public ApiRequest Target { get; private set; }

    public RequestOptions? Options { get; }

    public string? AccessToken { get; }

    /// <summary>The caller's token; that of an attempt is <see cref="Deadline"/>'s.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>What ends the current attempt.</summary>
    public Deadline Deadline { get; private set; }

    /// <summary>Whether a member of another type than the documented one fails the call.</summary>
    public bool IsStrict => (Options?.ResponseValidation ?? _settings.Options.ResponseValidation) == ResponseValidation.Strict;

    /// <summary>How many requests were sent so far.</summary>
    public int RequestCount { get; private set; }

    /// <summary>Records how the response differs from the document; <see langword="null"/> when nothing listens.</summary>
    public virtual DriftNotes? Drift => null;

    protected TimeSpan Elapsed => _settings.TimeProvider.GetElapsedTime(_start);

    private TimeSpan Timeout => Options?.Timeout ?? _settings.Options.Timeout;

    private TimeSpan Remaining => Timeout == System.Threading.Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Timeout - Elapsed;

    /// <summary>Starts an attempt. It ends by its own limit or by the rest of the call's, its redirects and a second authorization included.</summary>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public void StartAttempt()
    {
        CancellationToken.ThrowIfCancellationRequested();
        var attempt = Options?.AttemptTimeout ?? _settings.Options.AttemptTimeout;
        var remaining = Remaining;
        Deadline = attempt == System.Threading.Timeout.InfiniteTimeSpan || remaining <= attempt
            ? new Deadline(remaining, Timeout, GenAuthTimeoutScope.Call, _settings.TimeProvider, CancellationToken)
            : new Deadline(attempt, attempt, GenAuthTimeoutScope.Attempt, _settings.TimeProvider, CancellationToken);
        Target = Request;
        _hasRecovered = false;
    }

    public void EndAttempt()
    {
        Deadline.Dispose();
        Deadline = default;
    }

    /// <summary>Whether a response redirects to an address that is followed, which is the <see cref="Target"/> then.</summary>
    public bool TryRedirect(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (RedirectPolicy.Follow(Target, request.RequestUri!, response, _settings.Host) is not { } next)
        {
            return false;
        }

        Target = next;
        return true;
    }

    /// <summary>Whether a refused request is sent again because its authorization can be renewed, once in an attempt.</summary>
    public bool TryRecover(IRequestAuthorization authorization, HttpRequestMessage request, HttpResponseMessage response, GenAuthException failure)
    {
        if (!authorization.TryRecover(request, new(failure, response.Headers.Date, _hasRecovered)))
        {
            return false;
        }

        _hasRecovered = true;
        return true;
    }

    /// <summary>The delay before the next attempt, or <see langword="null"/> when there is none.</summary>
    /// <exception cref="OperationCanceledException">There would be one, but the caller has cancelled.</exception>
    public TimeSpan? PlanRetry(GenAuthException failure)
    {
        var number = _retries + 1;
        if (number > (Options?.MaxRetries ?? _settings.Retry.MaxRetries) || !RetryPolicy.Allows(Request.RetrySafety, failure))
        {
            return null;
        }

        CancellationToken.ThrowIfCancellationRequested();
        var delay = RetryPolicy.GetDelay(_settings.Retry, number, failure);
        if (delay > RetryOptions.LongestDelay || delay >= Remaining
            || (Options?.ShouldRetry ?? _settings.Retry.ShouldRetry)?.Invoke(new RetryAttempt(number, failure, delay)) == false)
        {
            return null;
        }

        _retries = number;
        OnRetrying(number, failure, delay);
        return delay;
    }

    public virtual void OnStarting()
    {
    }

    public virtual void OnSending() => RequestCount++;

    public virtual void OnReceived(HttpStatusCode status, int bytes)
    {
    }

    /// <summary>A response was read as the result.</summary>
    public void OnRead<T>(ApiResponse response, T result)
    {
        // The copy of the headers costs more than the rest of a small response.
        if (Options?.OnResponse is not null)
        {
            _response = response.Describe(ResponseReader.RequestIdOf(response, result), RequestCount);
        }
    }

    /// <summary>A response was read as a failure, which the call may recover from.</summary>
    public void OnRefused(ApiResponse response, GenAuthException failure) =>
        failure.Response = _response = response.Describe((failure as GenAuthApiException)?.RequestId ?? (failure as GenAuthInvalidResponseException)?.RequestId, RequestCount);

    /// <summary>The call ends with a result.</summary>
    public virtual void OnSucceeded(object? result) => Options?.OnResponse?.Invoke(_response!);

    /// <summary>The call ends with an exception.</summary>
    public virtual void OnFailed(Exception exception)
    {
        // A broken connection after a response, or a token that could not be obtained, is not that response's failure.
        if (_response is not null && (exception as GenAuthException)?.Response == _response)
        {
            Options?.OnResponse?.Invoke(_response);
        }
    }

    protected virtual void OnRetrying(int number, GenAuthException failure, TimeSpan delay)
    {
    }
}
