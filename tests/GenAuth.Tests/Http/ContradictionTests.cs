using System.Net;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Http;

/// <summary>A contradictory response is never a success.</summary>
public sealed class ContradictionTests
{
    [Theory]
    [InlineData("""{"statusCode":200,"message":"Success","statusCode":403,"apiCode":2333}""")]
    [InlineData("""{"statusCode":200,"apiCode":2333,"STATUSCODE":403}""")]
    public async Task Second_statusCode_that_is_not_200_is_an_error(string body)
    {
        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(() => CallAsync(body, HttpStatusCode.OK));

        Assert.Equal(403, exception.StatusCode);
        Assert.Equal(2333, exception.ApiCode?.Value);
    }

    [Theory]
    [InlineData("""{"statusCode":200,"data":[1],"statusCode":403}""")]
    [InlineData("""{"statusCode":403,"data":[1],"statusCode":200}""")]
    [InlineData("""{"statusCode":200,"statusCode":403,"statusCode":200}""")]
    [InlineData("""{"statusCode":200,"STATUSCODE":403}""")]
    [InlineData("""{"STATUSCODE":403,"statusCode":200}""")]
    public async Task Second_statusCode_of_an_untyped_response_is_an_error(string body)
    {
        using var handler = new StubHandler(body);
        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(() => Clients.Create(handler).SendAsync<JToken>(HttpMethod.Get, "/api/v3/anything"));

        Assert.Equal(403, exception.StatusCode);
    }

    [Theory]
    [InlineData("""{"statusCode":0,"statusCode":200,"data":{"authInfo":"x"}}""")]
    [InlineData("""{"statusCode":200,"statusCode":0,"data":{"authInfo":"x"}}""")]
    [InlineData("""{"statusCode":"0\t","statusCode":200,"data":{"authInfo":"x"}}""")]
    public async Task StatusCode_0_beside_200_is_an_error(string body)
    {
        var exception = await Assert.ThrowsAsync<GenAuthApiException>(() => CallAsync(body, HttpStatusCode.OK));

        Assert.Equal(0, exception.StatusCode);
    }

    [Theory]
    [InlineData("\0\0")]
    [InlineData("/**/")]
    [InlineData("\uFEFF\uFEFF")]
    public async Task Error_is_not_a_success_whatever_precedes_it(string before)
    {
        using var handler = new StubHandler(before + """{"statusCode":403}""");

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Clients.Create(handler).SendAsync<JToken>(HttpMethod.Get, "/api/v3/anything"));
    }

    [Fact]
    public async Task Success_with_a_failing_HTTP_status_is_an_error()
    {
        var exception = await Assert.ThrowsAsync<GenAuthServerException>(() => CallAsync(StubHandler.Success, HttpStatusCode.BadGateway));

        Assert.Equal(502, exception.StatusCode);
    }

    private static Task<GetAlipayAuthInfoRespDto> CallAsync(string body, HttpStatusCode status) =>
        Clients.Create(new StubHandler(body, status)).GetAlipayAuthInfoAsync("my-alipay-connection");
}
