using System.Net;

namespace GenAuth.Pipeline;

/// <summary>Which failures are retried, and after which delay.</summary>
internal static class RetryPolicy
{
    /// <summary>Whether a failure may be gone when the request is sent again, and sending it again is safe.</summary>
    public static bool Allows(RetrySafety safety, GenAuthException failure) => safety != RetrySafety.Never && failure switch
    {
        GenAuthConnectionException connection => !connection.IsRefusalOfTls,
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
    /// <param name="options">The limits.</param>
    /// <param name="number">The retry, from 1.</param>
    /// <param name="failure">The failure before it.</param>
    public static TimeSpan GetDelay(RetryOptions options, int number, GenAuthException failure) =>
        RetryAfter(failure) ?? GetDelay(options, number, NextDouble());

    /// <param name="options">The limits.</param>
    /// <param name="number">The retry, from 1.</param>
    /// <param name="random">A number from 0 up to 1.</param>
    public static TimeSpan GetDelay(RetryOptions options, int number, double random) => TimeSpan.FromMilliseconds(
        random * Math.Min(options.BaseDelay.TotalMilliseconds * Math.Pow(2, number - 1), options.MaxDelay.TotalMilliseconds));

    private static TimeSpan? RetryAfter(GenAuthException failure) => failure switch
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
    // Nothing is gained by guessing a delay, so it needs no cryptographic random number.
    private static double NextDouble() => Random.Shared.NextDouble();
#endif
}
