using System.Globalization;
using GenAuth.ContractTests.Server;
using GenAuth.Tests.Shared;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Management;

public sealed class ClockSkewTests
{
    private const string TooFarOff = """{"statusCode":400,"apiCode":1305,"message":"Clock."}""";

    private static readonly DateTimeOffset ServerTime = SignatureVector.Date.AddHours(-3);

    [Fact]
    public async Task Clock_skew_is_corrected_by_the_services_date_and_the_request_retried()
    {
        await using var server = Strict();
        await Client(server).SendAsync<JObject>(HttpMethod.Post, "/api/v3/list-users", body: new { keywords = "中" });

        var received = server.Captured();
        Assert.Equal(["Thu, 01 Jan 2026 08:30:00 GMT", "Thu, 01 Jan 2026 05:30:00 GMT"], received.Select(request => request.Header("date")));
        Assert.NotEqual(received[0].Header("x-genauth-signature-nonce"), received[1].Header("x-genauth-signature-nonce"));
        Assert.Equal(received[0].Body, received[1].Body);
        Assert.All(received, request => Assert.True(request.IsSigned()));
    }

    [Fact]
    public async Task Corrected_time_is_used_for_later_calls()
    {
        await using var server = Strict();
        var client = Client(server);
        await client.SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles");
        await client.SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles");

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Clock_skew_without_a_date_is_not_retried()
    {
        await using var server = ManagementTest.Returning(_ => TooFarOff);
        var exception = await Assert.ThrowsAsync<GenAuthBadRequestException>(() => Client(server).SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles"));

        Assert.Equal(1305, exception.ApiCode?.Value);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Impossible_date_is_not_used_as_the_time(string date)
    {
        await using var server = ManagementTest.Returning(_ => TooFarOff, () => date);
        await Assert.ThrowsAsync<GenAuthBadRequestException>(() => Client(server).SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles"));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Second_clock_skew_error_ends_the_call()
    {
        await using var server = ManagementTest.Returning(_ => TooFarOff, () => Text(ServerTime));
        await Assert.ThrowsAsync<GenAuthBadRequestException>(() => Client(server).SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles"));

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(1300)]
    [InlineData(1303)]
    [InlineData(1304)]
    [InlineData(1306)]
    public async Task Other_signature_errors_are_not_retried(int apiCode)
    {
        await using var server = ManagementTest.Returning(
            _ => $$"""{"statusCode":401,"apiCode":{{apiCode}},"message":"No."}""", () => Text(ServerTime));
        var exception = await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => Client(server).SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles"));

        Assert.Equal(apiCode, exception.ApiCode?.Value);
        Assert.Single(server.Requests);
    }

    private static ManagementClient Client(RawServer server) =>
        server.Management(options => (options.TimeProvider, options.MaxClockSkew) = (new StandingClock(SignatureVector.Date), TimeSpan.FromHours(3)));

    /// <summary>A service whose clock is three hours behind the client's, and that accepts a difference of five minutes.</summary>
    private static RawServer Strict() => ManagementTest.Returning(
        request => (DateTimeOffset.ParseExact(request.Header("date")!, "R", CultureInfo.InvariantCulture) - ServerTime).Duration() < TimeSpan.FromMinutes(5)
            ? ManagementTest.Success
            : TooFarOff,
        () => Text(ServerTime));

    private static string Text(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);
}
