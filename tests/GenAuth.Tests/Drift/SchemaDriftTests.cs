using System.Net;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;
using static GenAuth.Tests.Drift.DriftCalls;

namespace GenAuth.Tests.Drift;

public sealed class SchemaDriftTests
{
    [Fact]
    public async Task What_the_document_describes_is_no_drift()
    {
        Assert.Empty(await GetAuthInfoAsync("""{"statusCode":200,"message":"m","apiCode":2333,"requestId":"r","data":{"authInfo":"a=b"}}"""));
        Assert.Empty(await ListUsersAsync(Page(User, User)));
    }

    [Fact]
    public async Task An_unknown_value_is_told_of_with_its_member() =>
        Assert.Equal([Of(SchemaDriftKind.UnknownEnumValue, Users, "UserDto", "gender")], await ListUsersAsync(Page(User.Replace("\"M\"", "\"canary\"", StringComparison.Ordinal))));

    [Fact]
    public async Task Unknown_value_in_a_list_is_reported()
    {
        using var service = new StubHandler("""{"statusCode":200,"message":"m","data":{"events":["canary"]}}""");
        var recorder = new DriftRecorder();

        await ManagementClients.Create(service, options => options.SchemaDriftObserver = recorder).SendAsync<Models.CreateWebhookDto>(HttpMethod.Get, "/p");

        Assert.Contains(Of(SchemaDriftKind.UnknownEnumValue, "custom", "CreateWebhookDto", "events"), recorder.All);
    }

    [Fact]
    public async Task An_unknown_member_is_told_of_at_every_level()
    {
        var drifts = await GetAuthInfoAsync("""{"statusCode":200,"message":"m","outer":{"a":1},"data":{"authInfo":"a=b","inner_2":null}}""");

        Assert.Equal(
            [
                Of(SchemaDriftKind.UnknownMember, AuthInfo, "GetAlipayAuthInfoRespDto", "outer"),
                Of(SchemaDriftKind.UnknownMember, AuthInfo, "AlipayAuthInfoDataDto", "inner_2"),
            ],
            drifts);
    }

    [Fact]
    public async Task A_required_member_that_is_missing_is_told_of() => Assert.Equal(
        [
            Of(SchemaDriftKind.MissingRequiredMember, AuthInfo, "AlipayAuthInfoDataDto", "authInfo"),
            Of(SchemaDriftKind.MissingRequiredMember, AuthInfo, "GetAlipayAuthInfoRespDto", "message"),
        ],
        await GetAuthInfoAsync("""{"statusCode":200,"data":{}}"""));

    [Theory]
    [InlineData("""{"statusCode":200,"message":null,"data":{"authInfo":null}}""")]
    [InlineData("""{"statusCode":200,"message":"m","data":null}""")]
    [InlineData("""{"statusCode":200,"message":"m","data":{"authInfo":"a","authInfo":"b"}}""")]
    public async Task One_that_is_null_or_comes_twice_is_present(string answer) => Assert.Empty(await GetAuthInfoAsync(answer));

    [Fact]
    public async Task A_null_in_the_place_of_a_value_is_none_that_is_unknown() =>
        Assert.Empty(await ListUsersAsync(Page(User.Replace("\"M\"", "null", StringComparison.Ordinal))));

    [Fact]
    public async Task Each_difference_of_an_answer_is_told_of_once()
    {
        var later = User.Replace("\"M\"", "\"X\"", StringComparison.Ordinal).Replace("\"userId\"", "\"brandNew\"", StringComparison.Ordinal);

        Assert.Equal(
            [
                Of(SchemaDriftKind.UnknownMember, Users, "UserDto", "brandNew"),
                Of(SchemaDriftKind.UnknownEnumValue, Users, "UserDto", "gender"),
                Of(SchemaDriftKind.MissingRequiredMember, Users, "UserDto", "userId"),
            ],
            await ListUsersAsync(Page(later, later, later)));
    }

    [Fact]
    public async Task What_is_missing_in_one_item_is_told_of_though_the_others_have_it() =>
        Assert.Equal(
            [Of(SchemaDriftKind.MissingRequiredMember, Users, "UserDto", "userId")],
            await ListUsersAsync(Page(User, User.Replace("\"userId\":\"u\",", string.Empty, StringComparison.Ordinal), User)));

    [Theory]
    [InlineData(HttpStatusCode.Created)]
    [InlineData(HttpStatusCode.Accepted)]
    public async Task A_success_under_another_HTTP_status_is_told_of(HttpStatusCode status)
    {
        Assert.Equal([new SchemaDrift(SchemaDriftKind.UndocumentedStatus, Users) { HttpStatusCode = status }], await ListUsersAsync(Page(User), status));
        Assert.Equal(
            [new SchemaDrift(SchemaDriftKind.UndocumentedStatus, AuthInfo) { HttpStatusCode = status }],
            await GetAuthInfoAsync("""{"statusCode":200,"message":"m","data":{"authInfo":"a=b"}}""", status));
    }

    [Fact]
    public async Task An_operation_that_the_document_does_not_have_has_no_status_in_it()
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
    public async Task The_apiCode_of_a_success_is_a_value_too_but_for_the_two_that_mean_nothing(int code, bool isDrift) => Assert.Equal(
        isDrift ? [Of(SchemaDriftKind.UnknownEnumValue, AuthInfo, "GetAlipayAuthInfoRespDto", "apiCode")] : [],
        await GetAuthInfoAsync($$$"""{"statusCode":200,"message":"m","apiCode":{{{code}}},"data":{"authInfo":"a=b"}}"""));

    [Fact]
    public async Task An_answer_without_an_envelope_is_watched_as_any_other()
    {
        using var service = new StubHandler("""{"userPoolId":"p","userId":"u","exp":1,"brandNew":1}""");
        var recorder = new DriftRecorder();

        await Clients.Create(service, options => options.SchemaDriftObserver = recorder).VerifyMfaTokenAsync(new() { Token = "t" });

        Assert.Equal(["UnknownMember brandNew", "MissingRequiredMember active"], recorder.All.Select(drift => $"{drift.Kind} {drift.Member}"));
    }
}
