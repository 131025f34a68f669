using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Support;

/// <summary>A machine whose wall clock can be set while time itself goes on: what it shows jumps, what it measures does not.</summary>
internal class JumpingClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
{
    /// <summary>By how much the wall clock was set.</summary>
    public TimeSpan Jump { get; set; }

    /// <summary>An hour and a day, back and forth.</summary>
    public static TheoryData<int> Hours { get; } = [-24, -1, 1, 24];

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;

    // What the fake one measures is what it shows.
    public override long GetTimestamp() => base.GetUtcNow().Ticks;
}
