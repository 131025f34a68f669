namespace GenAuth;

/// <summary>How many requests the service still allows. Each value is <see langword="null"/> when the answer has none that can be read.</summary>
/// <remarks>
/// The service does not promise these headers; a gateway before it may send them. Read are <c>RateLimit</c> with
/// <c>RateLimit-Policy</c> (of several policies the one with the fewest requests left), <c>RateLimit-Limit</c>, <c>-Remaining</c>
/// and <c>-Reset</c>, and the same with <c>X-</c>, also as <c>X-Rate-Limit-…</c>. All values come from the first of these that
/// says anything.
/// </remarks>
public sealed class GenAuthRateLimit
{
    internal GenAuthRateLimit(long? limit, long? remaining, TimeSpan? reset)
    {
        Limit = limit;
        Remaining = remaining;
        Reset = reset;
    }

    /// <summary>How many requests are allowed in one period.</summary>
    public long? Limit { get; }

    /// <summary>How many of them are left in the present period.</summary>
    public long? Remaining { get; }

    /// <summary>
    /// How long it takes from the answer until the next period begins. A number from 1,000,000,000 is taken for a point in time,
    /// in seconds since 1970, and one from 100,000,000,000 for milliseconds; the answer's <c>Date</c> is subtracted, or this
    /// machine's clock when it has none. A smaller number is the seconds themselves. Never negative.
    /// </summary>
    public TimeSpan? Reset { get; }
}
