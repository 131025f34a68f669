using System.Globalization;
using GenAuth.Authorization.Signature;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Security;

public sealed class ServerClockTests
{
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider _machine = new(new DateTimeOffset(2026, 1, 1, 8, 30, 0, TimeSpan.Zero));

    [Fact]
    public void Clock_without_a_response_shows_the_machines_time() => Assert.Equal(_machine.GetUtcNow(), new ServerClock(_machine, MaxSkew).Now);

    [Theory]
    [InlineData(-15 * 60)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15 * 60)]
    public void Time_within_the_limit_is_adopted_and_goes_on_from_there(int seconds)
    {
        var serverTime = _machine.GetUtcNow().AddSeconds(seconds);
        var clock = new ServerClock(_machine, MaxSkew);

        Assert.True(clock.TryAdopt(serverTime));
        _machine.Advance(TimeSpan.FromMinutes(7));

        Assert.Equal(serverTime.AddMinutes(7), clock.Now);
    }

    [Theory]
    [InlineData(-(15 * 60) - 1)]
    [InlineData((15 * 60) + 1)]
    [InlineData(72L * 365 * 24 * 3600)]
    public void Time_beyond_the_limit_is_not_adopted_and_discards_what_was_adopted_before(long seconds)
    {
        var clock = new ServerClock(_machine, MaxSkew);
        clock.TryAdopt(_machine.GetUtcNow().AddMinutes(10));

        Assert.False(clock.TryAdopt(_machine.GetUtcNow().AddSeconds(seconds)));
        Assert.Equal(_machine.GetUtcNow(), clock.Now);
    }

    [Fact]
    public void Limit_counts_from_the_machines_time_not_from_the_adopted_one()
    {
        var clock = new ServerClock(_machine, MaxSkew);
        for (var minutes = 10; minutes <= 60; minutes += 10)
        {
            Assert.Equal(minutes == 10, clock.TryAdopt(_machine.GetUtcNow().AddMinutes(minutes)));
        }
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Time_at_the_end_of_the_calendar_is_not_adopted(string date) =>
        Assert.False(new ServerClock(_machine, TimeSpan.FromDays(1)).TryAdopt(DateTimeOffset.Parse(date + "T00:00:00Z", CultureInfo.InvariantCulture)));

    [Fact]
    public void Reset_goes_back_to_the_machines_time()
    {
        var clock = new ServerClock(_machine, MaxSkew);
        clock.TryAdopt(_machine.GetUtcNow().AddMinutes(10));

        clock.Reset();

        Assert.Equal(_machine.GetUtcNow(), clock.Now);
    }
}
