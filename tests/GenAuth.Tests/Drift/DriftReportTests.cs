using System.Net;
using GenAuth.Tests.Diagnostics;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Logging;
using static GenAuth.Tests.Drift.DriftCalls;

namespace GenAuth.Tests.Drift;

/// <summary>The reports of drift: observer, counter and log.</summary>
public sealed class DriftReportTests
{
    private const string Counter = "genauth.client.schema_drifts";
    private const string Later = """{"statusCode":200,"message":"canary-1-","apiCode":4711081500,"brandNew":"canary-2-","data":{"other":["canary-3-"],"canary-4-":4711081501}}""";

    [Fact]
    public async Task The_counter_has_operation_kind_type_and_member()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler("""{"statusCode":200,"message":"m","data":{}}""");

        await telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay");

        var measurement = Assert.Single(telemetry.Measurements, one => one.Name == Counter);
        Assert.Equal(1, measurement.Value);
        Assert.Equal(
            [
                ("genauth.drift.kind", "MissingRequiredMember"), ("genauth.drift.member", "authInfo"), ("genauth.drift.type", "AlipayAuthInfoDataDto"),
                ("genauth.operation", AuthInfo), ("server.address", telemetry.Host),
            ],
            measurement.Tags.Select(tag => (tag.Key, tag.Value)).OrderBy(tag => tag.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Drift_of_an_http_status_has_the_status_instead_of_type_and_member()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler(Page(User), HttpStatusCode.Created);

        await telemetry.Management(service).ListUsersAsync(new());

        var measurement = Assert.Single(telemetry.Measurements, one => one.Name == Counter);
        Assert.Equal(
            [("genauth.drift.kind", "UndocumentedStatus"), ("genauth.operation", Users), ("http.response.status_code", 201), ("server.address", (object?)telemetry.Host)],
            measurement.Tags.Select(tag => (tag.Key, tag.Value)).OrderBy(tag => tag.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_log_has_an_HTTP_status_instead_of_a_member()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler(Page(User), HttpStatusCode.Created);

        await telemetry.Management(service).ListUsersAsync(new());

        Assert.Equal(Users + " received a response that differs from the API document: UndocumentedStatus, HTTP 201", telemetry.Entry(13).Text);
    }

    [Fact]
    public async Task Drift_is_logged_as_event_13_at_debug()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler("""{"statusCode":200,"message":"m","data":{}}""");

        await telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal(LogLevel.Debug, telemetry.Entry(13).Level);
        Assert.Equal(AuthInfo + " received a response that differs from the API document: MissingRequiredMember, AlipayAuthInfoDataDto.authInfo", telemetry.Entry(13).Text);
    }

    [Theory]
    [InlineData(Later)]
    [InlineData("""{"statusCode":418,"message":"plain","apiCode":4711081500,"brandNew":"canary-2-","canary-4-":1,"data":"canary-3-"}""")]
    public async Task Drift_report_shows_no_value(string response)
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler(response);
        var recorder = new DriftRecorder();
        var client = telemetry.Authentication(service, options => (options.SchemaDriftObserver, options.Retry) = (recorder, new() { MaxRetries = 0 }));

        var call = client.GetAlipayAuthInfoAsync("my-alipay");
        await call.ContinueWith(static _ => { }, TaskScheduler.Default);

        Assert.Contains(recorder.All, drift => drift.Member == "brandNew");
        Assert.Contains(recorder.All, drift => drift.Member == "***");
        Assert.Contains("brandNew", telemetry.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", telemetry.Everything + string.Join('\n', recorder.All), StringComparison.Ordinal);
        Assert.DoesNotContain("47110815", string.Join('\n', recorder.All) + string.Join('\n', telemetry.Log.Where(entry => entry.Id.Id == 13).Select(entry => entry.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observer_that_throws_fails_no_call_and_is_event_14_at_warning_without_its_message()
    {
        using var telemetry = new TelemetryRecorder { Level = LogLevel.Warning };
        using var service = new StubHandler("""{"statusCode":200,"message":"m","one":1,"two":2,"data":{"authInfo":"a=b"}}""");
        var observer = new Failing();

        var response = await telemetry.Authentication(service, options => options.SchemaDriftObserver = observer).GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal("a=b", response.Data.AuthInfo);
        Assert.Equal(["one", "two"], observer.Members);
        Assert.All(telemetry.Log, entry => Assert.Equal(
            (LogLevel.Warning, 14, AuthInfo + ": the SchemaDriftObserver threw System.InvalidOperationException", null), (entry.Level, entry.Id.Id, entry.Text, entry.Exception)));
        Assert.Equal(2, telemetry.Log.Count);
    }

    [Fact]
    public async Task Drift_is_reported_without_a_log_and_for_a_refused_call()
    {
        using var service = new StubHandler("""{"statusCode":418,"message":"m"}""");
        var observer = new Failing();

        var exception = await Assert.ThrowsAsync<GenAuthApiException>(
            () => Clients.Create(service, options => options.SchemaDriftObserver = observer).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Equal((418, 1), (exception.StatusCode, observer.Members.Count));
    }

    [Fact]
    public async Task Observer_is_called_before_the_call_returns()
    {
        using var service = new StubHandler("""{"statusCode":200,"message":"m","data":{}}""");
        var recorder = new DriftRecorder();

        var call = Clients.Create(service, options => options.SchemaDriftObserver = recorder).GetAlipayAuthInfoAsync("my-alipay");
        await call;

        Assert.Equal("authInfo", recorder.Only.Member);
    }

    private sealed class Failing : ISchemaDriftObserver
    {
        public List<string?> Members { get; } = [];

        public void OnDrift(SchemaDrift drift)
        {
            Members.Add(drift.Member);
            throw new InvalidOperationException("canary");
        }
    }
}
