using GenAuth.Diagnostics;
using GenAuth.Models;
using GenAuth.Pipeline.Content;
using GenAuth.Serialization;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Diagnostics;

public sealed class BodyLogTests
{
    [Fact]
    public async Task Bodies_are_not_logged_by_default()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler();

        await telemetry.Authentication(service).GetAlipayAuthInfoAsync("my-alipay");

        Assert.DoesNotContain(telemetry.Log, entry => entry.Id.Id is 10 or 11);
    }

    [Fact]
    public async Task Sensitive_members_are_hidden_and_the_others_shown()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler("""{"statusCode":200,"message":"ok","data":{"access_token":"t","token_type":"bearer","expire_in":1,"scope":"openid"}}""");

        await telemetry.Authentication(service, options => options.LogBodies = true).SignInByAlipayAsync("my-alipay", "1234");

        Assert.Equal((LogLevel.Debug, LogLevel.Debug), (telemetry.Entry(10).Level, telemetry.Entry(11).Level));
        Assert.Equal(
            """Authentication_signInByMobile sends POST with query (none) and body {"extIdpConnidentifier":"my-alipay","connection":"alipay","alipayPayload":{"code":"***"},"client_id":"app","client_secret":"***"}""",
            telemetry.Entry(10).Text);
        Assert.Equal(
            """Authentication_signInByMobile received HTTP 200 with body {"statusCode":200,"message":"ok","data":{"scope":"openid","access_token":"***","token_type":"bearer","expire_in":1}}""",
            telemetry.Entry(11).Text);
    }

    [Fact]
    public async Task A_query_shows_its_values_if_none_of_them_is_sensitive()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = RecordedClients.Returning("""{"statusCode":200,"data":{}}""");
        var client = telemetry.Management(service, options => options.LogBodies = true);

        await client.GetRoleAsync("admin & co", new() { Namespace = "default" });
        await client.GetUserAsync("kim@example.com");

        Assert.Equal(
            [
                "Management_getRole sends GET with query ?code=admin%20%26%20co&namespace=default and body (none)",
                "Management_getUser sends GET with query ?userId=*** and body (none)",
            ],
            telemetry.Log.Where(entry => entry.Id.Id == 10).Select(entry => entry.Text));
    }

    [Fact]
    public async Task A_response_that_could_not_be_read_is_a_number_of_bytes()
    {
        using var telemetry = new TelemetryRecorder();
        using var service = new StubHandler("""{"statusCode":200,"data":{"authInfo":"a=b""");

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => telemetry.Authentication(service, options => options.LogBodies = true).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.DoesNotContain(telemetry.Log, entry => entry.Id.Id == 11);
        Assert.Contains("Malformed, HTTP 200, 41 bytes", telemetry.Entry(6).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_members_are_hidden_with_their_names() => Assert.Equal(
        """{"code":"1","***":"***"}""",
        GenAuthJson.ToLogText(new RoleDto { Code = "1", AdditionalProperties = { ["kim"] = "kim", ["another"] = 1 } }));

    [Fact]
    public void Untyped_member_is_hidden() =>
        Assert.Equal("""{"customData":"***"}""", GenAuthJson.ToLogText(new CreateUserReqDto { CustomData = new JObject { ["kim"] = "kim" } }));

    [Theory]
    [MemberData(nameof(Undescribed))]
    public void Undocumented_bodies_are_hidden_as_a_whole(object body) => Assert.Equal("\"***\"", GenAuthJson.ToLogText(body));

    [Fact]
    public void Long_text_is_truncated() => Assert.Equal(
        (32 * 1024) + 1,
        CallLog.FormatBody(new RoleDto { Description = new string('x', 100_000) }).Length);

    public static TheoryData<object> Undescribed =>
    [
        new JObject { ["kim"] = "kim" },
        new JArray("kim"),
        "kim",
        new Dictionary<string, string> { ["accessKeySecret"] = "secret" },
        new List<string> { "kim" },
        new MultipartBody(),
        new FormBody(new MfaTokenIntrospectEndpointParams { Token = "t" }),
        new Derived(),
    ];

    private sealed class Derived : ExtensibleObject
    {
        public string Name { get; set; } = "kim";
    }
}
