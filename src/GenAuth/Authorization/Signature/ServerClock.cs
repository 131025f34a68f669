namespace GenAuth.Authorization.Signature;

/// <summary>
/// The time for signatures: this machine's, corrected by a difference that the service's responses have shown. The correction
/// has a limit, so that no response makes the client sign requests for a distant date. Thread-safe.
/// </summary>
internal sealed class ServerClock(TimeProvider timeProvider, TimeSpan maxSkew)
{
    private long _offset;

    /// <summary>The service's time, as far as it is known.</summary>
    public DateTimeOffset Now => timeProvider.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <summary>Adopts the service's time, or goes back to this machine's when the difference is above the limit.</summary>
    /// <returns>Whether the time was adopted.</returns>
    public bool TryAdopt(DateTimeOffset serverTime)
    {
        var difference = serverTime - timeProvider.GetUtcNow();
        var isWithinLimit = difference.Duration() <= maxSkew;
        Interlocked.Exchange(ref _offset, isWithinLimit ? difference.Ticks : 0);
        return isWithinLimit;
    }

    /// <summary>Goes back to this machine's time.</summary>
    public void Reset() => Interlocked.Exchange(ref _offset, 0);

    /// <summary>What a caller reads when the service's time is not adopted: the difference, and what to do.</summary>
    /// <param name="serverTime">The service's time.</param>
    /// <param name="isTrusted">Whether the response that states it is known to be the service's.</param>
    public string DescribeRemedy(DateTimeOffset serverTime, bool isTrusted)
    {
        var difference = serverTime - timeProvider.GetUtcNow();
        var amount = TimeSpan.FromSeconds(Math.Round(difference.Duration().TotalSeconds)).ToString("c");
        var reason = isTrusted
            ? $"more than MaxClockSkew ({maxSkew:c})"
            : "and the response did not come over TLS with a validated certificate, so its time is not used";
        return $"This machine's clock is {amount} {(difference < TimeSpan.Zero ? "ahead of" : "behind")} the service's, {reason}. "
            + "Set this machine's clock, for example by NTP, or use AuthorizationMethod ManagementToken, which needs no clock.";
    }
}
