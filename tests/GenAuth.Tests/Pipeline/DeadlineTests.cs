using GenAuth.Pipeline;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Pipeline;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Deadline_ends_the_attempt_when_the_time_is_up_and_not_before()
    {
        using var deadline = Begin(Limit);

        _clock.Advance(Limit - TimeSpan.FromTicks(1));
        Assert.False(deadline.Token.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Where_no_time_is_left_it_ends_at_once(int seconds)
    {
        using var deadline = Begin(TimeSpan.FromSeconds(seconds));

        _clock.Advance(TimeSpan.Zero);

        Assert.True(deadline.Token.IsCancellationRequested);
    }

    // A real second is never waited for: the machine's own clock only has to be asked.
    [Fact]
    public async Task The_machines_own_clock_ends_it_too()
    {
        using var deadline = new Deadline(TimeSpan.FromMilliseconds(1), Limit, GenAuthTimeoutScope.Attempt, TimeProvider.System, CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, deadline.Token));
    }

    [Fact]
    public void The_callers_end_is_its_end()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = Begin(Limit, caller.Token);
        caller.Cancel();

        Assert.True(deadline.Token.IsCancellationRequested);
        Assert.Equal(
            caller.Token, Assert.Throws<OperationCanceledException>(() => deadline.Convert("op", new OperationCanceledException())).CancellationToken);
    }

    [Fact]
    public void Of_what_was_disposed_of_it_covers_only_what_its_own_end_disposed_of()
    {
        using var deadline = Begin(Limit);

        Assert.False(deadline.IsTransportException(new ObjectDisposedException("x")));
        _clock.Advance(Limit);
        Assert.True(deadline.IsTransportException(new ObjectDisposedException("x")));
        Assert.False(deadline.IsTransportException(new InvalidOperationException("x")));
    }

    [Fact]
    public void A_break_after_its_end_is_a_time_out_of_its_own()
    {
        using var deadline = Begin(Limit);
        _clock.Advance(Limit);
        var cause = new IOException("x");

        var exception = Assert.IsType<GenAuthTimeoutException>(deadline.Convert("op", cause));

        Assert.Equal((Limit, GenAuthTimeoutScope.Attempt), (exception.Timeout, exception.Scope));
        Assert.Same(cause, exception.InnerException);
    }

    [Fact]
    public void A_cancellation_that_nobody_here_asked_for_is_the_http_clients_time_out()
    {
        using var deadline = Begin(Limit);

        var exception = Assert.IsType<GenAuthTimeoutException>(deadline.Convert("op", new TaskCanceledException()));

        Assert.Equal((null, GenAuthTimeoutScope.HttpClient), (exception.Timeout, exception.Scope));
    }

    [Fact]
    public void A_break_before_its_end_is_a_broken_connection()
    {
        using var deadline = Begin(Limit);

        Assert.IsType<GenAuthConnectionException>(deadline.Convert("op", new IOException("x")));
    }

    [Fact]
    public void Nothing_of_it_is_left_with_the_caller()
    {
        using var caller = new CancellationTokenSource();
        var deadline = Begin(Limit, caller.Token);
        var token = deadline.Token;
        deadline.Dispose();

        caller.Cancel();
        _clock.Advance(Limit);

        Assert.False(token.IsCancellationRequested);
    }

    private Deadline Begin(TimeSpan left, CancellationToken caller = default) => new(left, Limit, GenAuthTimeoutScope.Attempt, _clock, caller);
}
