namespace GenAuth.Http;

/// <summary>How long to wait before a request is sent again.</summary>
internal static class RetryDelay
{
    /// <summary>The longest wait before a retry. Timers have an end too: they do not take 50 days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// What the service asks for; otherwise anything between nothing and a limit that doubles ("full jitter"), so that callers
    /// who failed together do not come back together.
    /// </summary>
    /// <param name="options">The limits.</param>
    /// <param name="number">The repetition, from 1.</param>
    /// <param name="asked">The service's <c>Retry-After</c>.</param>
    /// <param name="random">A number from 0 up to 1.</param>
    public static TimeSpan Of(RetryOptions options, int number, TimeSpan? asked, double random)
    {
        if (asked is { } wait)
        {
            return wait;
        }

        var limit = Math.Min(options.BaseDelay.TotalMilliseconds * Math.Pow(2, number - 1), options.MaxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(limit * random);
    }
}
