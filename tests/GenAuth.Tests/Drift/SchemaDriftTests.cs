using System.Net;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;
using static GenAuth.Tests.Drift.DriftCalls;

namespace GenAuth.Tests.Drift;

public sealed class SchemaDriftTests
{
    [Fact]
    public async Task Documented_response_is_no_drift()
    {
        Assert.Empty(await GetAuthInfoAsync("""{"statusCode":200,"message":"m","apiCode":2333,"requestId":"r","data":{"authInfo":"a=b"}}"""));
        Assert.Empty(await ListUsersAsync(Page(User, User)));
    }

    [Fact]
    public async Task Unknown_value_is_reported_with_its_member() =>
        Assert.Equal([CreateDrift(SchemaDriftKind.UnknownEnumValue, Users, "UserDto", "gender")], await ListUsersAsync(Page(User.Replace("\"M\"", "\"canary\"", StringComparison.Ordinal))));

    [Fact]
    public async Task Unknown_value_in_a_list_is_reported()
    {
        using var service = new StubHandler("""{"statusCode":200,"message":"m","data":{"events":["canary"]}}""");
        var recorder = new DriftRecorder();

        await ManagementClients.Create(service, options => options.SchemaDriftObserver = recorder).SendAsync<Models.CreateWebhookDto>(HttpMethod.Get, "/p");

        Assert.Contains(CreateDrift(SchemaDriftKind.UnknownEnumValue, "custom", "CreateWebhookDto", "events"), recorder.All);
    }

    [Fact]
    public async Task Unknown_member_is_reported_at_every_level()
    {
        var drifts = await GetAuthInfoAsync("""{"statusCode":200,"message":"m","outer":{"a":1},"data":{"authInfo":"a=b","inner_2":null}}""");

        Assert.Equal(
            [
                CreateDrift(SchemaDriftKind.UnknownMember, AuthInfo, "GetAlipayAuthInfoRespDto", "outer"),
                CreateDrift(SchemaDriftKind.UnknownMember, AuthInfo, "AlipayAuthInfoDataDto", "inner_2"),
            ],
            drifts);
    }

    [Fact]
    public async Task Missing_required_member_is_reported() => Assert.Equal(
        [
            CreateDrift(SchemaDriftKind.MissingRequiredMember, AuthInfo, "AlipayAuthInfoDataDto", "authInfo"),
            CreateDrift(SchemaDriftKind.MissingRequiredMember, AuthInfo, "GetAlipayAuthInfoRespDto", "message"),
        ],
        await GetAuthInfoAsync("""{"statusCode":200,"data":{}}"""));

    [Theory]
    [InlineData("""{"statusCode":200,"message":null,"data":{"authInfo":null}}""")]
    [InlineData("""{"statusCode":200,"message":"m","data":null}""")]
    [InlineData("""{"statusCode":200,"message":"m","data":{"authInfo":"a","authInfo":"b"}}""")]
    public async Task Required_member_that_is_null_or_repeated_is_present(string response) => Assert.Empty(await GetAuthInfoAsync(response));

    [Fact]
    public async Task Null_is_not_an_unknown_value() =>
        Assert.Empty(await ListUsersAsync(Page(User.Replace("\"M\"", "null", StringComparison.Ordinal))));

    [Fact]
    public async Task Each_difference_of_a_response_is_reported_once()
    {
        var later = User.Replace("\"M\"", "\"X\"", StringComparison.Ordinal).Replace("\"userId\"", "\"brandNew\"", StringComparison.Ordinal);

        Assert.Equal(
            [
                CreateDrift(SchemaDriftKind.UnknownMember, Users, "UserDto", "brandNew"),
                CreateDrift(SchemaDriftKind.UnknownEnumValue, Users, "UserDto", "gender"),
                CreateDrift(SchemaDriftKind.MissingRequiredMember, Users, "UserDto", "userId"),
            ],
            await ListUsersAsync(Page(later, later, later)));
    }

    [Fact]
    public async Task Member_missing_in_one_item_is_reported() =>
        Assert.Equal(
            [CreateDrift(SchemaDriftKind.MissingRequiredMember, Users, "UserDto", "userId")],
            await ListUsersAsync(Page(User, User.Replace("\"userId\":\"u\",", string.Empty, StringComparison.Ordinal), User)));

    [Theory]
    [InlineData(HttpStatusCode.Created)]
    [InlineData(HttpStatusCode.Accepted)]
    public async Task Success_with_an_undocumented_HTTP_status_is_reported(HttpStatusCode status)
    {
        Assert.Equal([new SchemaDrift(SchemaDriftKind.UndocumentedStatus, Users) { HttpStatusCode = status }], await ListUsersAsync(Page(User), status));
        Assert.Equal(
            [new SchemaDrift(SchemaDriftKind.UndocumentedStatus, AuthInfo) { HttpStatusCode = status }],
            await GetAuthInfoAsync("""{"statusCode":200,"message":"m","data":{"authInfo":"a=b"}}""", status));
    }

    [Fact]
    public async Task Custom_operation_reports_no_HTTP_status()
    {
        using var service = new StubHandler(Page(User), HttpStatusCode.Created);
        var recorder = new DriftRecorder();

        await ManagementClients.Create(service, options => options.SchemaDriftObserver = recorder).SendAsync<JToken>(HttpMethod.Get, "/p");

        Assert.Empty(recorder.All);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(20001, false)]
    [InlineData(2333, false)]
    [InlineData(987654, true)]
    public async Task Unknown_apiCode_of_a_success_is_reported_except_0_and_200(int code, bool isDrift) => Assert.Equal(
        isDrift ? [CreateDrift(SchemaDriftKind.UnknownEnumValue, AuthInfo, "GetAlipayAuthInfoRespDto", "apiCode")] : [],
        await GetAuthInfoAsync($$$"""{"statusCode":200,"message":"m","apiCode":{{{code}}},"data":{"authInfo":"a=b"}}"""));

    [Fact]
    public async Task Drift_is_reported_for_a_response_without_an_envelope()
    {
        using var service = new StubHandler("""{"userPoolId":"p","userId":"u","exp":1,"brandNew":1}""");
        var recorder = new DriftRecorder();

        await Clients.Create(service, options => options.SchemaDriftObserver = recorder).VerifyMfaTokenAsync(new() { Token = "t" });

        Assert.Equal(["UnknownMember brandNew", "MissingRequiredMember active"], recorder.All.Select(drift => $"{drift.Kind} {drift.Member}"));
    }
}
