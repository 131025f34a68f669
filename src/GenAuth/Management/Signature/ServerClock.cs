namespace GenAuth.Management;

/// <summary>The time as the service has it: this machine's, corrected by what the service once answered. Safe to share.</summary>
internal sealed class ServerClock(TimeProvider clock)
{
    private long _offset;

    /// <summary>What the service's clock shows now, as far as it is known.</summary>
    public DateTimeOffset Now => clock.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <summary>Takes over the difference between the service's clock and this machine's.</summary>
    /// <returns><see langword="false"/> for a time that no working clock shows.</returns>
    public bool Learn(DateTimeOffset serverTime)
    {
        if (serverTime.Year is < 2000 or > 9000)
        {
            return false;
        }

        Interlocked.Exchange(ref _offset, (serverTime - clock.GetUtcNow()).Ticks);
        return true;
    }
}
