using System.Net;
using GenAuth.Tests.Diagnostics;
using GenAuth.Tests.Support;
using static GenAuth.Tests.Drift.DriftCalls;

namespace GenAuth.Tests.Drift;

/// <summary>Of a refusal the envelope is compared; its data may have any shape.</summary>
public sealed class RefusalDriftTests
{
    private const string Type = "GetAlipayAuthInfoRespDto";

    [Theory]
    [InlineData("""{"statusCode":403,"apiCode":2333,"message":"No.","requestId":"r","data":{"anything":[1]}}""", HttpStatusCode.OK)]
    [InlineData("""{"statusCode":403,"message":"No."}""", HttpStatusCode.OK)]
    [InlineData("""{"statusCode":503,"message":null,"data":null}""", HttpStatusCode.ServiceUnavailable)]
    public async Task A_documented_one_is_no_drift(string answer, HttpStatusCode status) => Assert.Empty(await GetAuthInfoAsync(answer, status));

    [Theory]
    [InlineData("""{"statusCode":418,"message":"No."}""", SchemaDriftKind.UndocumentedStatus, "statusCode")]
    [InlineData("""{"statusCode":403,"apiCode":987654,"message":"No."}""", SchemaDriftKind.UnknownEnumValue, "apiCode")]
    [InlineData("""{"statusCode":403,"apiCode":0,"message":"No."}""", SchemaDriftKind.UnknownEnumValue, "apiCode")]
    [InlineData("""{"statusCode":403,"message":"No.","reason":{"message":"canary"}}""", SchemaDriftKind.UnknownMember, "reason")]
    [InlineData("""{"statusCode":403,"data":{"message":"No."}}""", SchemaDriftKind.MissingRequiredMember, "message")]
    public async Task Another_one_is_told_of_with_the_member_of_the_envelope(string answer, SchemaDriftKind kind, string member)
    {
        Assert.Equal([Of(kind, AuthInfo, Type, member)], await GetAuthInfoAsync(answer));
        Assert.Equal([Of(kind, Users, "UserPaginatedRespDto", member)], await ListUsersAsync(answer, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task An_operation_without_an_envelope_can_be_refused_with_one()
    {
        using var service = new StubHandler("""{"statusCode":418,"message":"No."}""", HttpStatusCode.BadRequest);
        var recorder = new DriftRecorder();

        await Assert.ThrowsAnyAsync<GenAuthApiException>(
            () => Clients.Create(service, options => options.SchemaDriftObserver = recorder).VerifyMfaTokenAsync(new() { Token = "t" }));

        Assert.Equal(Of(SchemaDriftKind.UndocumentedStatus, "Authentication_verifyMfaToken", null, "statusCode"), recorder.Only);
    }

    [Fact]
    public async Task Two_outcomes_in_one_answer_are_compared_as_the_refusal_that_they_are() => Assert.Equal(
        [Of(SchemaDriftKind.UnknownMember, AuthInfo, Type, "brandNew")],
        await GetAuthInfoAsync("""{"statusCode":200,"message":"m","brandNew":1,"data":{"other":1},"statusCode":403}"""));

    [Theory]
    [InlineData("<html>canary</html>", HttpStatusCode.BadGateway)]
    [InlineData("""{"error":"canary","brandNew":1}""", HttpStatusCode.BadGateway)]
    [InlineData("""{"error":"invalid_grant","error_description":"canary"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"brandNew":1}""", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.Created)]
    [InlineData("""{"statusCode":200,"brandNew":1,"data":{"brandNew":1""", HttpStatusCode.OK)]
    [InlineData("""{"statusCode":200,"brandNew":1,"data":"canary"}""", HttpStatusCode.OK)]
    public async Task What_is_no_answer_of_the_service_is_a_failure_and_no_drift(string answer, HttpStatusCode status)
    {
        Assert.Empty(await GetAuthInfoAsync(answer, status));
        Assert.Empty(await ListUsersAsync(answer, status));
    }

    [Fact]
    public async Task Every_answered_attempt_is_told_of()
    {
        using var service = ObservedClients.Answering("""{"statusCode":503,"message":"m","a":1}""", """{"statusCode":503,"message":"m","b":1}""", Page(User));
        var recorder = new DriftRecorder();
        var client = ManagementClients.Create(service, options => (options.SchemaDriftObserver, options.Retry) = (recorder, new() { BaseDelay = TimeSpan.Zero }));

        await client.ListUsersAsync(new());

        Assert.Equal(["a", "b"], recorder.All.Select(drift => drift.Member));
    }
}
