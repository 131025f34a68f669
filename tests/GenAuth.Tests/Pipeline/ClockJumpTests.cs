using GenAuth.Tests.Support;

namespace GenAuth.Tests.Pipeline;

/// <summary>Timeouts and delays are measured, not read from the wall clock.</summary>
public sealed class ClockJumpTests
{
    private const string Success = """{"statusCode":200,"data":{}}""";

    [Theory]
    [MemberData(nameof(JumpingClock.Hours), MemberType = typeof(JumpingClock))]
    public async Task Clock_jump_ends_no_call_early(int hours)
    {
        var clock = new JumpingClock();
        var response = new TaskCompletionSource<HttpResponseMessage>();
        using var service = new Service(_ => response.Task);
        var call = Client(service, clock).CallAsync();
        clock.Jump = TimeSpan.FromHours(hours);
        clock.Advance(TimeSpan.FromSeconds(9));
        response.SetResult(Service.CreateResponse(Success));

        await call;
        Assert.Single(service.Sent);
    }

    [Theory]
    [MemberData(nameof(JumpingClock.Hours), MemberType = typeof(JumpingClock))]
    public async Task Clock_jump_gives_no_call_more_time(int hours)
    {
        var clock = new JumpingClock();
        using var service = new Service(_ => new TaskCompletionSource<HttpResponseMessage>().Task);
        var call = Client(service, clock, options => options.Retry.MaxRetries = 0).CallAsync();
        clock.Jump = TimeSpan.FromHours(hours);
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(GenAuthTimeoutScope.Attempt, (await Assert.ThrowsAsync<GenAuthTimeoutException>(() => call)).Scope);
    }

    [Theory]
    [MemberData(nameof(JumpingClock.Hours), MemberType = typeof(JumpingClock))]
    public async Task Clock_jump_does_not_change_a_retry_delay(int hours)
    {
        var clock = new JumpsWhileWaiting(TimeSpan.FromHours(hours));
        var times = new List<long>();
        using var service = new Service(_ =>
        {
            times.Add(clock.GetTimestamp());
            var response = Service.CreateResponse(times.Count == 1 ? """{"statusCode":429}""" : Success);
            response.Headers.Date = clock.GetUtcNow();
            response.Headers.TryAddWithoutValidation("Retry-After", (clock.GetUtcNow() + JumpsWhileWaiting.Wait).ToString("R", System.Globalization.CultureInfo.InvariantCulture));
            return Task.FromResult(response);
        });

        await Client(service, clock).CallAsync();

        Assert.Equal(JumpsWhileWaiting.Wait, clock.GetElapsedTime(times[0], times[1]));
    }

    private static ManagementClient Client(Service service, JumpingClock clock, Action<ManagementClientOptions>? change = null) => ManagementClients.Create(service, options =>
    {
        (options.Retry, options.TimeProvider) = (new RetryOptions(), clock);
        change?.Invoke(options);
    });

    private sealed class JumpsWhileWaiting(TimeSpan jump) : JumpingClock
    {
        public static readonly TimeSpan Wait = TimeSpan.FromSeconds(7);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == Wait)
            {
                Jump = jump;
                Advance(Wait);
            }

            return timer;
        }
    }
}
