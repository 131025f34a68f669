using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Support;

/// <summary>A clock whose wall time can jump while its timestamps advance steadily.</summary>
internal class JumpingClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
{
    /// <summary>The offset of the wall clock.</summary>
    public TimeSpan Jump { get; set; }

    /// <summary>An hour and a day, back and forth.</summary>
    public static TheoryData<int> Hours { get; } = [-24, -1, 1, 24];

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;

    // The timestamps of the fake clock follow its time.
    public override long GetTimestamp() => base.GetUtcNow().Ticks;
}
