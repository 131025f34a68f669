using System.Globalization;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

/// <summary>The system clock is changed while a program runs.</summary>
public sealed class ClockJumpTests
{
    private readonly JumpingClock _clock = new();
    private readonly TokenService _service = new();

    [Theory]
    [MemberData(nameof(JumpingClock.Hours), MemberType = typeof(JumpingClock))]
    public async Task Token_is_not_used_after_its_expiry(int hours)
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
    public async Task Clock_jump_causes_one_more_exchange_at_most(int hours)
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
    public async Task Clock_jump_during_an_exchange_causes_one_more_at_most(int hours)
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
    public async Task Failing_renewal_does_not_use_an_expired_token(int hours)
    {
        var client = TokenClient();
        await client.CallAsync();
        _clock.Jump = TimeSpan.FromHours(hours);
        _clock.Advance(TimeSpan.FromSeconds(7201));
        _service.ExchangeResponse = """{"statusCode":500,"message":"Later."}""";

        await Assert.ThrowsAsync<GenAuthServerException>(() => client.CallAsync());
        Assert.Equal(["token-1"], _service.TokensUsed);
    }

    [Theory]
    [MemberData(nameof(JumpingClock.Hours), MemberType = typeof(JumpingClock))]
    public async Task Signing_client_adopts_the_services_time_once_for_each_jump(int hours)
    {
        // The clock of the service is not changed.
        var start = _clock.Start;
        using var service = new Service(request =>
        {
            var date = DateTimeOffset.ParseExact(request.Header("Date")!, "R", CultureInfo.InvariantCulture);
            var response = Service.CreateResponse((date - start).Duration() < TimeSpan.FromMinutes(5) ? """{"statusCode":200,"data":{}}""" : """{"statusCode":400,"apiCode":1305}""");
            response.Headers.Date = start;
            return Task.FromResult(response);
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
