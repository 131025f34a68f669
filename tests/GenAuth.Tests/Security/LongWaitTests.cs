using CsCheck;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Security;

/// <summary>The service chooses the delay of a client. No value of it overflows a timer or a date.</summary>
public sealed class LongWaitTests
{
    private static readonly RequestOptions NoLimit = new() { Timeout = Timeout.InfiniteTimeSpan, AttemptTimeout = Timeout.InfiniteTimeSpan, MaxRetries = 1 };

    [Theory]
    [InlineData("0", 2)]
    [InlineData("86400", 2)]
    [InlineData("86401", 1)]
    [InlineData("4294967", 1)]
    [InlineData("4294968", 1)]
    [InlineData("2147483647", 1)]
    [InlineData("99999999999999999999", 2)]
    [InlineData("Mon, 02 Mar 2026 12:00:00 GMT", 2)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 1)]
    public async Task Retry_after_of_more_than_a_day_ends_the_call_with_the_error(string retryAfter, int requests)
    {
        var (failure, sent) = await CallAsync(retryAfter);

        Assert.IsType<GenAuthServerException>(failure);
        Assert.Equal(requests, sent);
    }

    [Fact]
    public async Task Any_retry_after_ends_the_call_with_the_error() => await Gen.OneOf(
            Gen.Int[0, int.MaxValue].Select(seconds => seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.DateTime.Select(date => date.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
            Gen.String[Gen.Char["0123456789-+.e "], 0, 25])
        .SampleAsync(async retryAfter => Assert.IsType<GenAuthServerException>((await CallAsync(retryAfter)).Failure), iter: 500);

    [Fact]
    public async Task Longest_settings_that_are_accepted_can_be_waited_for()
    {
        var longest = TimeSpan.FromMilliseconds(int.MaxValue);
        using var service = new Service(_ => StubHandler.AuthInfo);
        var client = new AuthenticationClient(
            Clients.Options(options => (options.Timeout, options.AttemptTimeout, options.Retry.BaseDelay, options.Retry.MaxDelay) = (longest, longest, TimeSpan.FromDays(1), TimeSpan.FromDays(1))),
            new HttpClient(service));

        await client.GetAlipayAuthInfoAsync("my-alipay");
        await client.GetAlipayAuthInfoAsync("my-alipay", new RequestOptions { Timeout = longest, AttemptTimeout = longest });

        Assert.Equal(2, service.Sent.Count);
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("\"9223372036854775807\"")]
    [InlineData("922337203685477")]
    [InlineData("2147483648")]
    [InlineData("-9223372036854775808")]
    [InlineData("1e400")]
    [InlineData("99999999999999999999999999")]
    public async Task Token_of_any_lifetime_is_used(string expiresIn)
    {
        using var service = new Service(sent => sent.Uri.AbsolutePath == GenAuth.Tests.Management.TokenService.TokenPath
            ? $$$"""{"statusCode":200,"data":{"access_token":"token","expires_in":{{{expiresIn}}}}}"""
            : """{"statusCode":200}""");

        await ManagementClients.WithToken(service).CallAsync();

        Assert.Equal("Bearer token", service.Sent[^1].Header("Authorization"));
    }

    private static async Task<(Exception? Failure, int Sent)> CallAsync(string retryAfter)
    {
        using var service = new Service(_ => Task.FromResult(Service.CreateResponse("""{"statusCode":503}""", System.Net.HttpStatusCode.OK, ("Retry-After", retryAfter), ("Date", "Sun, 01 Mar 2026 12:00:00 GMT"))));
        var client = new AuthenticationClient(Clients.Options(options => options.TimeProvider = new EagerTime()), new HttpClient(service));
        var failure = await Record.ExceptionAsync(() => client.GetLoginHistoryAsync(requestOptions: NoLimit));
        return (failure, service.Sent.Count);
    }

    /// <summary>Accepts the intervals that the platform's timers accept, and ends them at once.</summary>
    private sealed class EagerTime() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            using var platform = System.CreateTimer(static _ => { }, null, dueTime, period);
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Advance(dueTime);
            return timer;
        }
    }
}
