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
    public void Deadline_without_time_left_ends_at_once(int seconds)
    {
        using var deadline = Begin(TimeSpan.FromSeconds(seconds));

        _clock.Advance(TimeSpan.Zero);

        Assert.True(deadline.Token.IsCancellationRequested);
    }

    // The test does not wait for a real second; it checks only that the system clock is used.
    [Fact]
    public async Task Deadline_ends_on_the_system_clock()
    {
        using var deadline = new Deadline(TimeSpan.FromMilliseconds(1), Limit, GenAuthTimeoutScope.Attempt, TimeProvider.System, CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, deadline.Token));
    }

    [Fact]
    public void Cancellation_by_the_caller_ends_the_deadline()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = Begin(Limit, caller.Token);
        caller.Cancel();

        Assert.True(deadline.Token.IsCancellationRequested);
        Assert.Equal(
            caller.Token, Assert.Throws<OperationCanceledException>(() => deadline.Convert("op", new OperationCanceledException())).CancellationToken);
    }

    [Fact]
    public void ObjectDisposedException_is_converted_only_after_the_deadline()
    {
        using var deadline = Begin(Limit);

        Assert.False(deadline.IsTransportException(new ObjectDisposedException("x")));
        _clock.Advance(Limit);
        Assert.True(deadline.IsTransportException(new ObjectDisposedException("x")));
        Assert.False(deadline.IsTransportException(new InvalidOperationException("x")));
    }

    [Fact]
    public void Failure_after_the_deadline_is_a_timeout()
    {
        using var deadline = Begin(Limit);
        _clock.Advance(Limit);
        var cause = new IOException("x");

        var exception = Assert.IsType<GenAuthTimeoutException>(deadline.Convert("op", cause));

        Assert.Equal((Limit, GenAuthTimeoutScope.Attempt), (exception.Timeout, exception.Scope));
        Assert.Same(cause, exception.InnerException);
    }

    [Fact]
    public void Cancellation_by_the_http_client_is_its_timeout()
    {
        using var deadline = Begin(Limit);

        var exception = Assert.IsType<GenAuthTimeoutException>(deadline.Convert("op", new TaskCanceledException()));

        Assert.Equal((null, GenAuthTimeoutScope.HttpClient), (exception.Timeout, exception.Scope));
    }

    [Fact]
    public void Failure_before_the_deadline_is_a_broken_connection()
    {
        using var deadline = Begin(Limit);

        Assert.IsType<GenAuthConnectionException>(deadline.Convert("op", new IOException("x")));
    }

    [Fact]
    public void Disposed_deadline_leaves_no_registration_with_the_caller()
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
