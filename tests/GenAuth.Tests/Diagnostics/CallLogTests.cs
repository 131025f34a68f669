using System.Net;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Logging;

namespace GenAuth.Tests.Diagnostics;

/// <summary>The numbers and levels are promised in docs/observability.md.</summary>
public sealed class CallLogTests
{
    private const string Busy = """{"statusCode":503,"message":"busy"}""";

    [Fact]
    public async Task A_call_that_succeeds_is_1_at_debug_in_the_category_of_its_client()
    {
        using var witness = new Witness();
        using var service = new StubHandler(StubHandler.AuthInfo);

        await witness.Authentication(service).GetAlipayAuthInfoAsync("my-alipay");

        var entry = Assert.Single(witness.Log);
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
    public async Task A_refusal_is_2_or_3_by_its_kind_and_the_services_words_are_12_at_debug(int statusCode, LogLevel level, int number)
    {
        using var witness = new Witness();
        using var service = new StubHandler($$"""{"statusCode":{{statusCode}},"apiCode":2333,"message":"No, Kim.","requestId":"r\n1"}""");

        await Assert.ThrowsAnyAsync<GenAuthApiException>(() => witness.Management(service, options => options.Retry.MaxRetries = 0).CallAsync());

        var entry = witness.Entry(number);
        Assert.Equal(("GenAuth.ManagementClient", level), (entry.Category, entry.Level));
        Assert.Contains($": {statusCode}, apiCode 2333, requestId r 1, ", entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim", entry.Text, StringComparison.Ordinal);
        Assert.Equal((LogLevel.Debug, "custom was refused with the message: No, Kim."), (witness.Entry(12).Level, witness.Entry(12).Text));
    }

    [Fact]
    public async Task An_attempt_that_is_followed_by_another_is_8_at_warning()
    {
        using var witness = new Witness { Level = LogLevel.Warning };
        using var service = ObservedClients.Answering(Busy, Busy, """{"statusCode":200,"data":{}}""");

        await witness.Management(service).ListRolesAsync(new());

        Assert.Equal(
            [
                "Management_listRoles is retried in 0 ms, retry 1, after GenAuth.GenAuthServerException",
                "Management_listRoles is retried in 0 ms, retry 2, after GenAuth.GenAuthServerException",
            ],
            witness.Log.Select(entry => entry.Text));
        Assert.All(witness.Log, entry => Assert.Equal((8, LogLevel.Warning), (entry.Id.Id, entry.Level)));
    }

    [Fact]
    public async Task A_time_out_is_4_at_warning()
    {
        using var witness = new Witness();
        using var service = new Service(_ => Task.FromException<HttpResponseMessage>(new TaskCanceledException()));

        await Assert.ThrowsAsync<GenAuthTimeoutException>(() => witness.Authentication(service).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Equal(LogLevel.Warning, witness.Entry(4).Level);
        Assert.StartsWith("Authentication_getAlipayAuthInfo timed out, limit: HttpClient, ", witness.Entry(4).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_connection_is_5_at_warning_with_the_kinds_of_what_the_platform_reported()
    {
        using var witness = new Witness();
        using var service = new Service(_ => Task.FromException<HttpResponseMessage>(
            new HttpRequestException("https://user:password@proxy", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused))));

        await Assert.ThrowsAsync<GenAuthConnectionException>(() => witness.Authentication(service, options => options.Retry.MaxRetries = 0).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Equal(LogLevel.Warning, witness.Entry(5).Level);
        Assert.StartsWith(
            "Authentication_getAlipayAuthInfo received no complete response: HttpRequestException, SocketException ConnectionRefused, ", witness.Entry(5).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_none_of_the_APIs_is_6_at_warning_with_its_length()
    {
        using var witness = new Witness();
        using var service = new StubHandler("<html>Kim</html>", HttpStatusCode.Forbidden);

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => witness.Authentication(service).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Equal(LogLevel.Warning, witness.Entry(6).Level);
        Assert.Contains(": NotJson, HTTP 403, 16 bytes, ", witness.Entry(6).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callers_own_cancellation_is_7_at_debug()
    {
        using var witness = new Witness();
        using var service = new StubHandler();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => witness.Authentication(service).GetAlipayAuthInfoAsync("my-alipay", cancellationToken: new(canceled: true)));

        Assert.Equal((LogLevel.Debug, 7), (Assert.Single(witness.Log).Level, witness.Log[0].Id.Id));
    }

    [Theory]
    [InlineData("http://10.0.0.1", 1)]
    [InlineData("http://127.0.0.1", 0)]
    [InlineData("https://10.0.0.1", 0)]
    public void Plain_http_to_another_machine_is_9_at_warning_when_the_client_is_made(string host, int times)
    {
        using var witness = new Witness();
        using var service = new StubHandler();

        witness.Authentication(service, options => (options.AppHost, options.AllowInsecureHttp) = (host, true));

        Assert.Equal(times, witness.Log.Count(entry => (entry.Id.Id, entry.Level) == (9, LogLevel.Warning)));
        Assert.Equal(times, witness.Log.Count);
        Assert.All(witness.Log, entry => Assert.Contains("requests are not encrypted, so others on the network can read and change them, including secrets.", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Accepting_any_certificate_is_logged_as_a_warning()
    {
        using var witness = new Witness();
        var options = new AuthenticationClientOptions
        {
            AppId = "app",
            AppHost = "https://10.0.0.1",
            LoggerFactory = witness,
            Tls = { DangerousAcceptAnyServerCertificate = true },
        };

        _ = new AuthenticationClient(options);

        var entry = Assert.Single(witness.Log);
        Assert.Equal((LogLevel.Warning, 9), (entry.Level, entry.Id.Id));
        Assert.Contains("DangerousAcceptAnyServerCertificate", entry.Text, StringComparison.Ordinal);
        Assert.Contains("any server can impersonate the service", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_path_of_an_operation_that_the_document_does_not_have_is_nowhere()
    {
        using var witness = new Witness();
        using var service = new StubHandler();

        await witness.Authentication(service, options => options.LogBodies = true).SendAsync<Newtonsoft.Json.Linq.JToken>(HttpMethod.Get, "/api/v3/users/kim", [new("q", "kim")]);

        Assert.DoesNotContain("kim", witness.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_a_log_is_made_all_the_same()
    {
        using var witness = new Witness();
        using var service = ObservedClients.Answering(Busy, """{"statusCode":403,"message":"No."}""");

        await Assert.ThrowsAsync<GenAuthForbiddenException>(() => witness.Management(service, options => options.LoggerFactory = null).ListRolesAsync(new()));

        Assert.Empty(witness.Log);
    }
}
