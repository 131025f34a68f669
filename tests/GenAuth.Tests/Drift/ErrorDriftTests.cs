using System.Net;
using GenAuth.Tests.Diagnostics;
using GenAuth.Tests.Support;
using static GenAuth.Tests.Drift.DriftCalls;

namespace GenAuth.Tests.Drift;

/// <summary>The envelope of an error response is compared with the document; its data may have any shape.</summary>
public sealed class ErrorDriftTests
{
    private const string Type = "GetAlipayAuthInfoRespDto";

    [Theory]
    [InlineData("""{"statusCode":403,"apiCode":2333,"message":"No.","requestId":"r","data":{"anything":[1]}}""", HttpStatusCode.OK)]
    [InlineData("""{"statusCode":403,"message":"No."}""", HttpStatusCode.OK)]
    [InlineData("""{"statusCode":503,"message":null,"data":null}""", HttpStatusCode.ServiceUnavailable)]
    public async Task Documented_error_is_no_drift(string response, HttpStatusCode status) => Assert.Empty(await GetAuthInfoAsync(response, status));

    [Theory]
    [InlineData("""{"statusCode":418,"message":"No."}""", SchemaDriftKind.UndocumentedStatus, "statusCode")]
    [InlineData("""{"statusCode":403,"apiCode":987654,"message":"No."}""", SchemaDriftKind.UnknownEnumValue, "apiCode")]
    [InlineData("""{"statusCode":403,"apiCode":0,"message":"No."}""", SchemaDriftKind.UnknownEnumValue, "apiCode")]
    [InlineData("""{"statusCode":403,"message":"No.","reason":{"message":"canary"}}""", SchemaDriftKind.UnknownMember, "reason")]
    [InlineData("""{"statusCode":403,"data":{"message":"No."}}""", SchemaDriftKind.MissingRequiredMember, "message")]
    public async Task Undocumented_error_is_reported_with_the_member_of_the_envelope(string response, SchemaDriftKind kind, string member)
    {
        Assert.Equal([CreateDrift(kind, AuthInfo, Type, member)], await GetAuthInfoAsync(response));
        Assert.Equal([CreateDrift(kind, Users, "UserPaginatedRespDto", member)], await ListUsersAsync(response, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Error_envelope_of_an_operation_without_one_is_no_drift()
    {
        using var service = new StubHandler("""{"statusCode":418,"message":"No."}""", HttpStatusCode.BadRequest);
        var recorder = new DriftRecorder();

        await Assert.ThrowsAnyAsync<GenAuthApiException>(
            () => Clients.Create(service, options => options.SchemaDriftObserver = recorder).VerifyMfaTokenAsync(new() { Token = "t" }));

        Assert.Equal(CreateDrift(SchemaDriftKind.UndocumentedStatus, "Authentication_verifyMfaToken", null, "statusCode"), recorder.Only);
    }

    [Fact]
    public async Task Response_with_two_outcomes_is_compared_as_an_error() => Assert.Equal(
        [CreateDrift(SchemaDriftKind.UnknownMember, AuthInfo, Type, "brandNew")],
        await GetAuthInfoAsync("""{"statusCode":200,"message":"m","brandNew":1,"data":{"other":1},"statusCode":403}"""));

    [Theory]
    [InlineData("<html>canary</html>", HttpStatusCode.BadGateway)]
    [InlineData("""{"error":"canary","brandNew":1}""", HttpStatusCode.BadGateway)]
    [InlineData("""{"error":"invalid_grant","error_description":"canary"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"brandNew":1}""", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.Created)]
    [InlineData("""{"statusCode":200,"brandNew":1,"data":{"brandNew":1""", HttpStatusCode.OK)]
    [InlineData("""{"statusCode":200,"brandNew":1,"data":"canary"}""", HttpStatusCode.OK)]
    public async Task Invalid_response_is_a_failure_and_no_drift(string response, HttpStatusCode status)
    {
        Assert.Empty(await GetAuthInfoAsync(response, status));
        Assert.Empty(await ListUsersAsync(response, status));
    }

    [Fact]
    public async Task Drift_is_reported_for_every_attempt_with_a_response()
    {
        using var service = RecordedClients.Returning("""{"statusCode":503,"message":"m","a":1}""", """{"statusCode":503,"message":"m","b":1}""", Page(User));
        var recorder = new DriftRecorder();
        var client = ManagementClients.Create(service, options => (options.SchemaDriftObserver, options.Retry) = (recorder, new() { BaseDelay = TimeSpan.Zero }));

        await client.ListUsersAsync(new());

        Assert.Equal(["a", "b"], recorder.All.Select(drift => drift.Member));
    }
}
