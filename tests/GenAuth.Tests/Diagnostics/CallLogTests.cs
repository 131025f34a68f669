using System.Net;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Logging;

namespace GenAuth.Tests.Diagnostics;

/// <summary>The numbers and levels are promised in docs/observability.md.</summary>
public sealed class CallLogTests
{
    private const string Busy = """{"statusCode":503,"message":"busy"}""";

    [Fact]
    public async Task Successful_call_is_event_1_at_debug_in_the_category_of_its_client()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler(StubHandler.AuthInfo);

        await telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay");

        var entry = Assert.Single(telemetry.Log);
        Assert.Equal(("GenAuth.AuthenticationClient", LogLevel.Debug, 1, "Succeeded"), (entry.Category, entry.Level, entry.Id.Id, entry.Id.Name));
        Assert.Matches("^Authentication_getAlipayAuthInfo succeeded in [0-9.]+ ms, attempts: 1$", entry.Text);
    }

    [Theory]
    [InlineData(403, LogLevel.Information, 2)]
    [InlineData(404, LogLevel.Information, 2)]
    [InlineData(302, LogLevel.Information, 2)]
    [InlineData(402, LogLevel.Warning, 3)]
    [InlineData(429, LogLevel.Warning, 3)]
    [InlineData(500, LogLevel.Warning, 3)]
    [InlineData(600, LogLevel.Warning, 3)]
    public async Task Error_is_event_2_or_3_by_its_kind_and_the_services_message_is_event_12_at_debug(int statusCode, LogLevel level, int number)
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler($$"""{"statusCode":{{statusCode}},"apiCode":2333,"message":"No, Kim.","requestId":"r\n1"}""");

        await Assert.ThrowsAnyAsync<GenAuthApiException>(() => telemetry.Management(service, options => options.Retry.MaxRetries = 0).CallAsync());

        var entry = telemetry.Entry(number);
        Assert.Equal(("GenAuth.ManagementClient", level), (entry.Category, entry.Level));
        Assert.Contains($": {statusCode}, apiCode 2333, requestId r 1, ", entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim", entry.Text, StringComparison.Ordinal);
        Assert.Equal((LogLevel.Debug, "custom was refused with the message: No, Kim."), (telemetry.Entry(12).Level, telemetry.Entry(12).Text));
    }

    [Fact]
    public async Task Retried_attempt_is_event_8_at_warning()
    {
        using var telemetry = new TelemetryRecorder { Level = LogLevel.Warning };
        using var service = RecordedClients.Returning(Busy, Busy, """{"statusCode":200,"data":{}}""");

        await telemetry.Management(service).ListRolesAsync(new());

        Assert.Equal(
            [
                "Management_listRoles is retried in 0 ms, retry 1, after GenAuth.GenAuthServerException",
                "Management_listRoles is retried in 0 ms, retry 2, after GenAuth.GenAuthServerException",
            ],
            telemetry.Log.Select(entry => entry.Text));
        Assert.All(telemetry.Log, entry => Assert.Equal((8, LogLevel.Warning), (entry.Id.Id, entry.Level)));
    }

    [Fact]
    public async Task Timeout_is_event_4_at_warning()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new Service(_ => Task.FromException<HttpResponseMessage>(new TaskCanceledException()));

        await Assert.ThrowsAsync<GenAuthTimeoutException>(() => telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Equal(LogLevel.Warning, telemetry.Entry(4).Level);
        Assert.StartsWith("Authentication_getAlipayAuthInfo timed out, limit: HttpClient, ", telemetry.Entry(4).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_connection_is_event_5_at_warning_with_the_types_of_the_platforms_exceptions()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new Service(_ => Task.FromException<HttpResponseMessage>(
            new HttpRequestException("https://user:password@proxy", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused))));

        await Assert.ThrowsAsync<GenAuthConnectionException>(() => telemetry.Authentication(service, options => options.Retry.MaxRetries = 0).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Equal(LogLevel.Warning, telemetry.Entry(5).Level);
        Assert.StartsWith(
            "Authentication_getAlipayAuthInfo received no complete response: HttpRequestException, SocketException ConnectionRefused, ", telemetry.Entry(5).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_response_is_event_6_at_warning_with_its_length()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler("<html>Kim</html>", HttpStatusCode.Forbidden);

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Equal(LogLevel.Warning, telemetry.Entry(6).Level);
        Assert.Contains(": NotJson, HTTP 403, 16 bytes, ", telemetry.Entry(6).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_by_the_caller_is_event_7_at_debug()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay", cancellationToken: new(canceled: true)));

        Assert.Equal((LogLevel.Debug, 7), (Assert.Single(telemetry.Log).Level, telemetry.Log[0].Id.Id));
    }

    [Theory]
    [InlineData("http://10.0.0.1", 1)]
    [InlineData("http://127.0.0.1", 0)]
    [InlineData("https://10.0.0.1", 0)]
    public void Plain_http_to_another_machine_is_event_9_at_warning_when_the_client_is_created(string host, int times)
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler();

        telemetry.Authentication(service, options => (options.AppHost, options.AllowInsecureHttp) = (host, true));

        Assert.Equal(times, telemetry.Log.Count(entry => (entry.Id.Id, entry.Level) == (9, LogLevel.Warning)));
        Assert.Equal(times, telemetry.Log.Count);
        Assert.All(telemetry.Log, entry => Assert.Contains("requests are not encrypted, so others on the network can read and change them, including secrets.", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Accepting_any_certificate_is_logged_as_a_warning()
    {
        using var telemetry = new TelemetryRecorder();
        var options = new AuthenticationClientOptions
        {
            AppId = "app",
            AppHost = "https://10.0.0.1",
            LoggerFactory = telemetry,
            Tls = { DangerousAcceptAnyServerCertificate = true },
        };

        _ = new AuthenticationClient(options);

        var entry = Assert.Single(telemetry.Log);
        Assert.Equal((LogLevel.Warning, 9), (entry.Level, entry.Id.Id));
        Assert.Contains("DangerousAcceptAnyServerCertificate", entry.Text, StringComparison.Ordinal);
        Assert.Contains("any server can impersonate the service", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_of_a_custom_operation_is_not_logged()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler();

        await telemetry.Authentication(service, options => options.LogBodies = true).SendAsync<Newtonsoft.Json.Linq.JToken>(HttpMethod.Get, "/api/v3/users/kim", [new("q", "kim")]);

        Assert.DoesNotContain("kim", telemetry.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_without_a_log_succeeds()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = RecordedClients.Returning(Busy, """{"statusCode":403,"message":"No."}""");

        await Assert.ThrowsAsync<GenAuthForbiddenException>(() => telemetry.Management(service, options => options.LoggerFactory = null).ListRolesAsync(new()));

        Assert.Empty(telemetry.Log);
    }
}
