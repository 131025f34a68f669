using GenAuth.Management;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Management;

public sealed class ServerClockTests
{
    private readonly FakeTimeProvider _machine = new(new DateTimeOffset(2026, 1, 1, 8, 30, 0, TimeSpan.Zero));

    [Fact]
    public void Before_the_service_was_heard_of_it_shows_what_the_machine_shows() => Assert.Equal(_machine.GetUtcNow(), new ServerClock(_machine).Now);

    [Theory]
    [InlineData(2000)]
    [InlineData(2025)]
    [InlineData(9000)]
    public void It_goes_on_from_what_the_service_showed(int year)
    {
        var shown = new DateTimeOffset(year, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var clock = new ServerClock(_machine);

        Assert.True(clock.Learn(shown));
        _machine.Advance(TimeSpan.FromMinutes(7));

        Assert.Equal(shown.AddMinutes(7), clock.Now);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1999)]
    [InlineData(9001)]
    [InlineData(9999)]
    public void A_time_that_no_clock_shows_changes_nothing(int year)
    {
        var clock = new ServerClock(_machine);

        Assert.False(clock.Learn(new DateTimeOffset(year, 6, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(_machine.GetUtcNow(), clock.Now);
    }
}
