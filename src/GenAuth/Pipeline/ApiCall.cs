using System.Net;
using GenAuth.Drift;
using GenAuth.Settings;

namespace GenAuth.Pipeline;

/// <summary>The state of one call: its settings, its current attempt, and the remaining time. <see cref="InstrumentedCall"/> also reports it.</summary>
internal class ApiCall
{
    private readonly long _start;
    private GenAuthResponseInfo? _response;
    private bool _hasRecovered;
    private int _retries;

    /// <param name="context">What the call is executed with.</param>
    /// <param name="request">The request as the operation describes it.</param>
    /// <param name="options">The settings of the call.</param>
    /// <param name="accessToken">The end user's token of the client, in place of that of its settings.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public ApiCall(CallContext context, ApiRequest request, RequestOptions? options, string? accessToken, CancellationToken cancellationToken)
    {
        Context = context;
        Request = Target = request;
        Options = options;
        AccessToken = options?.AccessToken ?? accessToken ?? context.AccessToken;
        CancellationToken = cancellationToken;
        _start = Settings.TimeProvider.GetTimestamp();
    }

    /// <summary>What the call is executed with, to its end.</summary>
    public CallContext Context { get; }

    /// <summary>The request as the operation describes it.</summary>
    public ApiRequest Request { get; }

    /// <summary>The request of the current attempt: after a redirect, the one to the new address.</summary>
    public ApiRequest Target { get; private set; }

    public RequestOptions? Options { get; }

    public string? AccessToken { get; }

    /// <summary>The caller's token. An attempt uses the token of <see cref="Deadline"/>.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The end of the current attempt.</summary>
    public Deadline Deadline { get; private set; }

    /// <summary>True if a member of another type than documented fails the call.</summary>
    public bool IsStrict => (Options?.ResponseValidation ?? Settings.Options.ResponseValidation) == ResponseValidation.Strict;

    /// <summary>True if the rejected request is retried with another authorization. A property, so that a call needs no additional awaiter.</summary>
    public bool IsRecovered { get; private set; }

    /// <summary>The number of requests sent so far.</summary>
    public int RequestCount { get; private set; }

    /// <summary>Records the differences between the response and the document; <see langword="null"/> if nothing listens.</summary>
    public virtual SchemaDriftRecorder? Drift => null;

    protected TimeSpan Elapsed => Settings.TimeProvider.GetElapsedTime(_start);

    private TransportSettings Settings => Context.Settings;

    private TimeSpan Timeout => Options?.Timeout ?? Settings.Options.Timeout;

    private TimeSpan Remaining => Timeout == System.Threading.Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Timeout - Elapsed;

    /// <summary>Starts an attempt. Its limit, or the remaining time of the call, includes redirects and a renewed authorization.</summary>
    /// <exception cref="OperationCanceledException">The caller has canceled.</exception>
    public void StartAttempt()
    {
        CancellationToken.ThrowIfCancellationRequested();
        var attempt = Options?.AttemptTimeout ?? Settings.Options.AttemptTimeout;
        var remaining = Remaining;
        Deadline = attempt == System.Threading.Timeout.InfiniteTimeSpan || remaining <= attempt
            ? new Deadline(remaining, Timeout, GenAuthTimeoutScope.Call, Settings.TimeProvider, CancellationToken)
            : new Deadline(attempt, attempt, GenAuthTimeoutScope.Attempt, Settings.TimeProvider, CancellationToken);
        Target = Request;
        _hasRecovered = false;
    }

    public void EndAttempt()
    {
        Deadline.Dispose();
        Deadline = default;
    }

    /// <summary>Follows a redirect: <see cref="Target"/> is then the new request. Returns false for other responses, and if the redirect is not followed.</summary>
    public bool TryRedirect(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (RedirectPolicy.Follow(Target, request.RequestUri!, response, Settings.Host) is not { } next)
        {
            return false;
        }

        Target = next;
        return true;
    }

    /// <summary>Decides whether the request is retried because its authorization failed and can be renewed: <see cref="IsRecovered"/>. At most once in an attempt.</summary>
    public async Task RecoverAsync(HttpRequestMessage request, HttpResponseMessage response, GenAuthException failure)
    {
        var authorizationFailure = new AuthorizationFailure(failure, response.Headers.Date, _hasRecovered);
        IsRecovered = await Context.Authorization.TryRecoverAsync(request, authorizationFailure, Deadline.Token).ConfigureAwait(false);
        _hasRecovered |= IsRecovered;
    }

    /// <summary>The delay before the next attempt, or <see langword="null"/> if the failure is not retried.</summary>
    /// <exception cref="OperationCanceledException">The failure could be retried, but the caller has canceled.</exception>
    public TimeSpan? PlanRetry(GenAuthException failure)
    {
        var number = _retries + 1;
        if (number > (Options?.MaxRetries ?? Settings.Retry.MaxRetries) || !RetryPolicy.Allows(Request.RetrySafety, failure))
        {
            return null;
        }

        CancellationToken.ThrowIfCancellationRequested();
        var delay = RetryPolicy.GetDelay(Settings.Retry, number, failure);
        if (delay > RetryOptions.LongestDelay || delay >= Remaining
            || (Options?.ShouldRetry ?? Settings.Retry.ShouldRetry)?.Invoke(new RetryAttempt(number, failure, delay)) == false)
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

    /// <summary>Called when a response was read as the result.</summary>
    public void OnRead<T>(ApiResponse response, T result)
    {
        // Copying the headers costs more than reading a small response.
        if (Options?.OnResponse is not null)
        {
            _response = response.GetInfo(ResponseReader.GetRequestId(response, result), RequestCount);
        }
    }

    /// <summary>Called when a response was read as a failure, which may be retried.</summary>
    public void OnErrorRead(ApiResponse response, GenAuthException failure) =>
        failure.Response = _response = response.GetInfo((failure as GenAuthApiException)?.RequestId ?? (failure as GenAuthInvalidResponseException)?.RequestId, RequestCount);

    /// <summary>Called when the call ends with a result.</summary>
    public virtual void OnSucceeded(object? result) => Options?.OnResponse?.Invoke(_response!);

    /// <summary>Called when the call ends with an exception.</summary>
    public virtual void OnFailed(Exception exception)
    {
        // A connection failure after an earlier response, or a failed token request, does not belong to this response.
        if (_response is not null && (exception as GenAuthException)?.Response == _response)
        {
            Options?.OnResponse?.Invoke(_response);
        }
    }

    protected virtual void OnRetrying(int number, GenAuthException failure, TimeSpan delay)
    {
    }
}
