using System.Globalization;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

/// <summary>The machine's clock is set while a program runs.</summary>
public sealed class ClockJumpTests
{
    private readonly JumpingClock _clock = new();
    private readonly TokenService _service = new();

    [Theory]
    [MemberData(nameof(JumpingClock.Hours), MemberType = typeof(JumpingClock))]
    public async Task A_token_is_not_used_beyond_its_end(int hours)
    {
        var client = TokenClient();
        await client.CallAsync();
        _clock.Jump = TimeSpan.FromHours(hours);
        await client.CallAsync();
        var latest = _service.Exchanges;
        _clock.Advance(TimeSpan.FromSeconds(7201));
        await client.CallAsync();

        Assert.Equal($"token-{latest + 1}", _service.TokensUsed.Last());
    }

    [Theory]
    [MemberData(nameof(JumpingClock.Hours), MemberType = typeof(JumpingClock))]
    public async Task A_jump_costs_one_more_exchange_at_most(int hours)
    {
        var client = TokenClient();
        await client.CallAsync();
        _clock.Jump = TimeSpan.FromHours(hours);
        await client.CallAsync();
        await client.CallAsync();

        Assert.InRange(_service.Exchanges, 1, 2);
    }

    [Theory]
    [MemberData(nameof(JumpingClock.Hours), MemberType = typeof(JumpingClock))]
    public async Task A_jump_during_an_exchange_costs_one_more_at_most(int hours)
    {
        var gate = new TaskCompletionSource();
        _service.Gate = gate.Task;
        var client = TokenClient();
        var call = client.CallAsync();
        _clock.Jump = TimeSpan.FromHours(hours);
        gate.SetResult();
        await call;
        await client.CallAsync();
        await client.CallAsync();

        Assert.InRange(_service.Exchanges, 1, 2);
    }

    [Theory]
    [MemberData(nameof(JumpingClock.Hours), MemberType = typeof(JumpingClock))]
    public async Task A_failing_renewal_is_not_bridged_with_a_token_that_has_ended(int hours)
    {
        var client = TokenClient();
        await client.CallAsync();
        _clock.Jump = TimeSpan.FromHours(hours);
        _clock.Advance(TimeSpan.FromSeconds(7201));
        _service.ExchangeAnswer = """{"statusCode":500,"message":"Later."}""";

        await Assert.ThrowsAsync<GenAuthServerException>(() => client.CallAsync());
        Assert.Equal(["token-1"], _service.TokensUsed);
    }

    [Theory]
    [MemberData(nameof(JumpingClock.Hours), MemberType = typeof(JumpingClock))]
    public async Task A_signing_client_learns_the_services_time_once_for_each_jump(int hours)
    {
        // The service's own clock goes on as it did.
        var start = _clock.Start;
        using var service = new Service(request =>
        {
            var date = DateTimeOffset.ParseExact(request.Header("Date")!, "R", CultureInfo.InvariantCulture);
            var answer = Service.Answer((date - start).Duration() < TimeSpan.FromMinutes(5) ? """{"statusCode":200,"data":{}}""" : """{"statusCode":400,"apiCode":1305}""");
            answer.Headers.Date = start;
            return Task.FromResult(answer);
        });
        var client = ManagementClients.Create(service, options => (options.TimeProvider, options.MaxClockSkew) = (_clock, TimeSpan.FromDays(1)));
        await client.CallAsync();
        foreach (var jump in new[] { hours, 0, -hours })
        {
            var before = service.Sent.Count;
            _clock.Jump = TimeSpan.FromHours(jump);
            await client.CallAsync();
            await client.CallAsync();

            Assert.Equal(3, service.Sent.Count - before);
        }
    }

    private ManagementClient TokenClient() => ManagementClients.WithToken(_service.Handler, options => options.TimeProvider = _clock);
}
