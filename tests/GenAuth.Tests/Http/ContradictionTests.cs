using System.Net;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Http;

/// <summary>No success may rest on an answer that contradicts itself.</summary>
public sealed class ContradictionTests
{
    [Theory]
    [InlineData("""{"statusCode":200,"message":"Success","statusCode":403,"apiCode":2333}""")]
    [InlineData("""{"statusCode":200,"apiCode":2333,"STATUSCODE":403}""")]
    public async Task A_second_statusCode_is_a_refusal(string body)
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
    public async Task A_second_statusCode_is_a_refusal_where_the_answer_has_no_type_too(string body)
    {
        using var handler = new StubHandler(body);
        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(() => Clients.Create(handler).SendAsync<JToken>(HttpMethod.Get, "/api/v3/anything"));

        Assert.Equal(403, exception.StatusCode);
    }

    [Theory]
    [InlineData("""{"statusCode":0,"statusCode":200,"data":{"authInfo":"x"}}""")]
    [InlineData("""{"statusCode":200,"statusCode":0,"data":{"authInfo":"x"}}""")]
    [InlineData("""{"statusCode":"0\t","statusCode":200,"data":{"authInfo":"x"}}""")]
    public async Task A_statusCode_of_zero_is_a_refusal_beside_one_of_200(string body)
    {
        var exception = await Assert.ThrowsAsync<GenAuthApiException>(() => CallAsync(body, HttpStatusCode.OK));

        Assert.Equal(0, exception.StatusCode);
    }

    [Theory]
    [InlineData("\0\0")]
    [InlineData("/**/")]
    [InlineData("\uFEFF\uFEFF")]
    public async Task A_refusal_is_no_success_whatever_stands_before_it(string before)
    {
        using var handler = new StubHandler(before + """{"statusCode":403}""");

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Clients.Create(handler).SendAsync<JToken>(HttpMethod.Get, "/api/v3/anything"));
    }

    [Fact]
    public async Task A_success_on_a_refusing_http_status_is_a_refusal()
    {
        var exception = await Assert.ThrowsAsync<GenAuthServerException>(() => CallAsync(StubHandler.Success, HttpStatusCode.BadGateway));

        Assert.Equal(502, exception.StatusCode);
    }

    private static Task<GetAlipayAuthInfoRespDto> CallAsync(string body, HttpStatusCode status) =>
        Clients.Create(new StubHandler(body, status)).GetAlipayAuthInfoAsync("my-alipay-connection");
}
