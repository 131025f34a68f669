using System.Globalization;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Security;

/// <summary>The service's time is adopted within a limit, from a trusted response, and not for longer than it is accepted.</summary>
public sealed class ClockSkewTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 30, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _machine = new(Start);
    private readonly Service _service;
    private bool _otherError;

    public ClockSkewTests() => _service = new Service(request => Task.FromResult(Response(request)));

    /// <summary>The time of the service, if its responses have a date.</summary>
    private DateTimeOffset? ServerTime { get; set; } = Start;

    /// <summary>Whether the service accepts the date of a request.</summary>
    private Func<DateTimeOffset, bool> Accepts { get; set; } = _ => false;

    private IEnumerable<DateTimeOffset> SignedTimes => _service.Sent.Select(DateOf);

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData(10, "00:10:00 behind")]
    [InlineData(-10, "00:10:00 ahead of")]
    public async Task Difference_beyond_the_limit_fails_the_call_and_is_named_with_the_remedy(int minutes, string difference)
    {
        ServerTime = Start.AddMinutes(minutes);

        var exception = await RefusedAsync(Client(options => options.MaxClockSkew = TimeSpan.FromMinutes(5)));

        Assert.StartsWith($"This machine's clock is {difference} the service's, more than MaxClockSkew (00:05:00). Set this machine's clock", exception.Remedy, StringComparison.Ordinal);
        Assert.EndsWith(exception.Remedy, exception.Message, StringComparison.Ordinal);
        Assert.Single(_service.Sent);
    }

    [Fact]
    public async Task Response_with_a_date_of_2098_makes_no_later_request_be_signed_for_2098()
    {
        ServerTime = new DateTimeOffset(2098, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var client = Client();

        var exception = await RefusedAsync(client);
        Accepts = _ => true;
        await client.CallAsync();

        Assert.Contains("26297.15:30:00 behind the service's", exception.Message, StringComparison.Ordinal);
        Assert.Equal([Start, Start], SignedTimes);
    }

    [Theory]
    [InlineData(15, 2)]
    [InlineData(16, 1)]
    public async Task Default_limit_is_15_minutes(int minutes, int requests)
    {
        ServerTime = Start.AddMinutes(minutes);
        Accepts = date => date == ServerTime;
        var client = Client();

        var exception = await Record.ExceptionAsync(() => client.CallAsync());

        Assert.Equal(requests == 1, exception is GenAuthBadRequestException);
        Assert.Equal(requests, _service.Sent.Count);
    }

    [Fact]
    public async Task Limit_of_zero_never_adopts_a_time()
    {
        ServerTime = Start.AddSeconds(1);

        await RefusedAsync(Client(options => options.MaxClockSkew = TimeSpan.Zero));

        Assert.Single(_service.Sent);
    }

    [Theory]
    [InlineData("https://api.genauth.ai", true, false)]
    [InlineData("http://api.internal", false, false)]
    [InlineData("https://api.genauth.ai", false, true)]
    [InlineData("http://localhost:3000", false, true)]
    [InlineData("http://127.0.0.1:3000", false, true)]
    [InlineData("https://[::1]:3000", true, true)]
    public async Task Time_is_adopted_over_validated_TLS_and_from_this_machine_only(string host, bool acceptsAnyCertificate, bool isAdopted)
    {
        ServerTime = Start.AddMinutes(10);
        Accepts = date => date == ServerTime;
        var client = Client(options => (options.Host, options.AllowInsecureHttp, options.Tls.DangerousAcceptAnyServerCertificate) = (host, true, acceptsAnyCertificate));

        var exception = await Record.ExceptionAsync(() => client.CallAsync());

        Assert.Equal(isAdopted ? 2 : 1, _service.Sent.Count);
        Assert.Equal(isAdopted, exception is null);
        Assert.Equal(
            !isAdopted,
            exception?.Message.Contains("This machine's clock is 00:10:00 behind the service's, and the response did not come over TLS with a validated certificate", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Adopted_time_that_is_refused_is_discarded()
    {
        ServerTime = Start.AddMinutes(10);
        var client = Client();

        var exception = await RefusedAsync(client);
        Accepts = _ => true;
        await client.CallAsync();

        Assert.Equal([Start, Start.AddMinutes(10), Start], SignedTimes);
        Assert.DoesNotContain("This machine's clock", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopted_time_is_discarded_when_a_later_error_has_no_date()
    {
        var client = await AdoptedAsync(minutes: 10);
        (ServerTime, Accepts) = (null, _ => false);

        await RefusedAsync(client);
        Accepts = _ => true;
        await client.CallAsync();

        Assert.Equal([Start.AddMinutes(10), Start], SignedTimes.TakeLast(2));
    }

    [Fact]
    public async Task Adopted_time_is_replaced_when_a_later_error_has_another_date()
    {
        var client = await AdoptedAsync(minutes: 10);
        (ServerTime, Accepts) = (Start.AddMinutes(-10), date => date == Start.AddMinutes(-10));

        await client.CallAsync();

        Assert.Equal([Start.AddMinutes(10), Start.AddMinutes(-10)], SignedTimes.TakeLast(2));
    }

    [Fact]
    public async Task Adopted_time_is_kept_when_a_request_is_refused_for_another_reason()
    {
        var client = await AdoptedAsync(minutes: 10);
        _otherError = true;
        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => client.CallAsync());
        _otherError = false;
        await client.CallAsync();

        Assert.Equal([Start.AddMinutes(10), Start.AddMinutes(10)], SignedTimes.TakeLast(2));
    }

    /// <summary>A client that signs with the service's time.</summary>
    private async Task<ManagementClient> AdoptedAsync(int minutes)
    {
        ServerTime = Start.AddMinutes(minutes);
        Accepts = date => date == ServerTime;
        var client = Client();
        await client.CallAsync();
        return client;
    }

    private static async Task<GenAuthBadRequestException> RefusedAsync(ManagementClient client) =>
        await Assert.ThrowsAsync<GenAuthBadRequestException>(() => client.CallAsync());

    // The constructor with an own HttpClient refuses TLS settings.
    private ManagementClient Client(Action<ManagementClientOptions>? change = null) => new(
        ManagementClients.Options(options =>
        {
            options.TimeProvider = _machine;
            change?.Invoke(options);
        }),
        () => new HttpMessageInvoker(_service, disposeHandler: false));

    private HttpResponseMessage Response(SentRequest request)
    {
        var response = Service.CreateResponse(
            _otherError ? """{"statusCode":401,"apiCode":1300}"""
            : Accepts(DateOf(request)) ? """{"statusCode":200,"data":{}}"""
            : """{"statusCode":400,"apiCode":1305,"message":"Clock."}""");
        response.Headers.Date = ServerTime;
        return response;
    }

    private static DateTimeOffset DateOf(SentRequest request) => DateTimeOffset.ParseExact(request.Header("Date")!, "R", CultureInfo.InvariantCulture);
}
