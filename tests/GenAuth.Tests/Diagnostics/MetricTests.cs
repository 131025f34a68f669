using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Diagnostics;

public sealed class MetricTests
{
    [Fact]
    public async Task The_duration_of_a_call_is_in_seconds_by_the_clients_clock()
    {
        using var telemetry = new TelemetryRecorder();
        var clock = new FakeTimeProvider();
        using var service = new Service(_ =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(250));
            return StubHandler.AuthInfo;
        });

        await telemetry.Authentication(service, options => options.TimeProvider = clock).GetAlipayAuthInfoAsync("my-alipay");

        var measurement = Assert.Single(telemetry.Measurements);
        Assert.Equal(("genauth.client.call.duration", 0.25), (measurement.Name, measurement.Value));
        Assert.Equal(
            ["genauth.operation", "http.request.method", "http.response.status_code", "server.address", "server.port"],
            measurement.Tags.Select(tag => tag.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Metrics_of_a_failure_have_its_type_and_code()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler("""{"statusCode":403,"apiCode":2333,"message":"No."}""");

        await Assert.ThrowsAsync<GenAuthForbiddenException>(() => telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay"));

        var measurement = Assert.Single(telemetry.Measurements);
        Assert.Equal((2333, "GenAuth.GenAuthForbiddenException", 200), (measurement.Tag("genauth.api_code"), measurement.Tag("error.type"), measurement.Tag("http.response.status_code")));
    }

    [Fact]
    public async Task Retries_are_counted()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = RecordedClients.Returning("""{"statusCode":503}""", """{"statusCode":429}""", StubHandler.Success);

        await telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay");

        var retries = telemetry.Measurements.Where(measurement => measurement.Name == "genauth.client.retries").ToList();
        Assert.All(retries, retry => Assert.Equal((1, "Authentication_getAlipayAuthInfo"), (retry.Value, retry.Tag("genauth.operation"))));
        Assert.Equal(["GenAuth.GenAuthServerException", "GenAuth.GenAuthRateLimitedException"], retries.Select(retry => retry.Tag("error.type")));
        Assert.Single(telemetry.Measurements, measurement => measurement.Name == "genauth.client.call.duration");
    }
}
