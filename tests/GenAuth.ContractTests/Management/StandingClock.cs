namespace GenAuth.ContractTests.Management;

/// <summary>A clock that shows what it was set to.</summary>
internal sealed class StandingClock(DateTimeOffset time) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => time;
}
