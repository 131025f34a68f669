namespace GenAuth;

/// <summary>The rate limit that a response states. A value is <see langword="null"/> if the response does not contain it in a known format.</summary>
/// <remarks>
/// The service does not document these headers, but a gateway may send them. The following are read, and the first that has a
/// value is used: <c>RateLimit</c> with <c>RateLimit-Policy</c> (of several policies the one with the fewest remaining requests);
/// <c>RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c>; the same with the prefix <c>X-RateLimit-</c> or <c>X-Rate-Limit-</c>.
/// </remarks>
public sealed class GenAuthRateLimit
{
    internal GenAuthRateLimit(long? limit, long? remaining, TimeSpan? reset)
    {
        Limit = limit;
        Remaining = remaining;
        Reset = reset;
    }

    /// <summary>The number of requests that are allowed in one period.</summary>
    public long? Limit { get; }

    /// <summary>The number of requests that remain in the current period.</summary>
    public long? Remaining { get; }

    /// <summary>
    /// The time from the response to the beginning of the next period; never negative. In the header, a number below 1,000,000,000 is
    /// a number of seconds, a larger one is a Unix time in seconds, and one from 100,000,000,000 a Unix time in milliseconds. A Unix time
    /// is compared with the response's <c>Date</c> header, or with this machine's clock if it has none.
    /// </summary>
    public TimeSpan? Reset { get; }
}
