using System.Diagnostics;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Diagnostics;

public sealed class ActivityTests
{
    [Fact]
    public async Task A_call_is_one_activity_of_a_client_with_the_names_of_the_conventions()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler();

        await telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay");

        var activity = Assert.Single(telemetry.Activities);
        Assert.Equal(("Authentication_getAlipayAuthInfo", ActivityKind.Client, ActivityStatusCode.Unset), (activity.DisplayName, activity.Kind, activity.Status));
        Assert.Equal(
            [
                ("genauth.attempts", 1),
                ("genauth.operation", "Authentication_getAlipayAuthInfo"),
                ("http.request.method", "GET"),
                ("http.response.status_code", 200),
                ("server.address", telemetry.Host),
                ("server.port", 443),
            ],
            Tags(activity));
    }

    [Fact]
    public async Task Error_has_its_type_and_code_and_not_the_services_message()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler("""{"statusCode":403,"apiCode":2333,"message":"No, Kim."}""");

        await Assert.ThrowsAsync<GenAuthForbiddenException>(() => telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay"));

        var activity = Assert.Single(telemetry.Activities);
        Assert.Equal((ActivityStatusCode.Error, null), (activity.Status, activity.StatusDescription));
        Assert.Equal(("GenAuth.GenAuthForbiddenException", 2333), (activity.GetTagItem("error.type"), activity.GetTagItem("genauth.api_code")));
        Assert.Empty(activity.Events);
    }

    [Fact]
    public async Task All_attempts_are_one_activity_with_the_status_of_the_last()
    {
        using var telemetry = new TelemetryRecorder();
        var number = 0;
        using var service = new Service(_ => number++ == 0
            ? Task.FromResult(Service.CreateResponse("""{"statusCode":503}""", System.Net.HttpStatusCode.ServiceUnavailable))
            : Task.FromException<HttpResponseMessage>(new HttpRequestException()));

        await Assert.ThrowsAsync<GenAuthConnectionException>(() => telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay"));

        var activity = Assert.Single(telemetry.Activities);
        Assert.Equal((3, 2, null), (activity.GetTagItem("genauth.attempts"), activity.GetTagItem("http.request.resend_count"), activity.GetTagItem("http.response.status_code")));
        Assert.Equal("GenAuth.GenAuthConnectionException", activity.GetTagItem("error.type"));
    }

    [Fact]
    public async Task Activity_of_the_caller_is_the_parent_and_is_current_again_after_the_call()
    {
        using var telemetry = new TelemetryRecorder();
        using var released = new SemaphoreSlim(0);
        using var service = new Service(async _ =>
        {
            await released.WaitAsync();
            return Service.CreateResponse(StubHandler.Success);
        });
        using var caller = new Activity("caller").Start();

        var call = telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay");
        Assert.Same(caller, Activity.Current);
        released.Release();
        await call;

        Assert.Same(caller, Activity.Current);
        Assert.Equal(caller.SpanId, Assert.Single(telemetry.Activities).ParentSpanId);
    }

    [Fact]
    public async Task Operations_that_the_document_does_not_have_share_one_name()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler();

        await telemetry.Authentication(service).SendAsync<Newtonsoft.Json.Linq.JToken>(HttpMethod.Post, "/api/v3/users/kim");

        Assert.Equal(("custom", "POST"), (telemetry.Activities[0].DisplayName, telemetry.Activities[0].GetTagItem("http.request.method")));
    }

    private static IEnumerable<(string Key, object? Value)> Tags(Activity activity) => activity.TagObjects.Select(tag => (tag.Key, tag.Value)).OrderBy(tag => tag.Key, StringComparer.Ordinal);
}
