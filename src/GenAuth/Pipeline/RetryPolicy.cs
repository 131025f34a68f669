using System.Net;

namespace GenAuth.Pipeline;

/// <summary>Whether an operation may be sent a second time, as the document states (<c>x-retry</c>).</summary>
internal enum RetrySafety
{
    /// <summary>A second request has a second effect, or uses a one-time code again.</summary>
    Never,

    /// <summary>A second request leaves the state that the first one left.</summary>
    Idempotent,

    /// <summary>The operation changes nothing.</summary>
    Read,
}

/// <summary>Decides which failures are retried, and after which delay.</summary>
internal static class RetryPolicy
{
    /// <summary>True if a failure may be transient, and sending the request again is safe.</summary>
    public static bool Allows(RetrySafety safety, GenAuthException failure) => safety != RetrySafety.Never && failure switch
    {
        GenAuthConnectionException connection => !connection.IsTlsFailure,
        GenAuthTimeoutException timeout => timeout.Scope == GenAuthTimeoutScope.Attempt,
        GenAuthApiException api => IsTransient(api.StatusCode) || IsTransient((int)api.HttpStatusCode) || (api.StatusCode == 500 && safety == RetrySafety.Read),
        GenAuthInvalidResponseException invalid => IsTransient((int)invalid.HttpStatusCode)
            || (invalid.HttpStatusCode == HttpStatusCode.InternalServerError && safety == RetrySafety.Read),
        _ => false,
    };

    /// <summary>
    /// The service's <c>Retry-After</c>; otherwise a random time up to a limit that doubles with each retry ("full jitter"), so
    /// that callers that failed at the same time do not retry at the same time.
    /// </summary>
    /// <param name="options">The limits of the delay.</param>
    /// <param name="number">The number of the retry, from 1.</param>
    /// <param name="failure">The failure that is retried.</param>
    public static TimeSpan GetDelay(RetryOptions options, int number, GenAuthException failure) =>
        GetRetryAfter(failure) ?? GetDelay(options, number, NextDouble());

    /// <param name="options">The limits of the delay.</param>
    /// <param name="number">The number of the retry, from 1.</param>
    /// <param name="random">A random number from 0 to 1.</param>
    public static TimeSpan GetDelay(RetryOptions options, int number, double random) => TimeSpan.FromMilliseconds(
        random * Math.Min(options.BaseDelay.TotalMilliseconds * Math.Pow(2, number - 1), options.MaxDelay.TotalMilliseconds));

    private static TimeSpan? GetRetryAfter(GenAuthException failure) => failure switch
    {
        GenAuthApiException api => api.RetryAfter,
        GenAuthInvalidResponseException invalid => invalid.RetryAfter,
        _ => null,
    };

    private static bool IsTransient(int statusCode) => statusCode is 408 or 429 or 502 or 503 or 504;

#if NETSTANDARD2_0
    private static readonly Random Random = new();

    private static double NextDouble()
    {
        lock (Random)
        {
            return Random.NextDouble();
        }
    }
#else
    // A delay is not a secret, so it needs no cryptographic random number.
    private static double NextDouble() => Random.Shared.NextDouble();
#endif
}
