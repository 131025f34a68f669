using System.Net;
using GenAuth.Models;
using GenAuth.Tests.Support;

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

    [Fact]
    public async Task A_success_on_a_refusing_http_status_is_a_refusal()
    {
        var exception = await Assert.ThrowsAsync<GenAuthServerException>(() => CallAsync(StubHandler.Success, HttpStatusCode.BadGateway));

        Assert.Equal(502, exception.StatusCode);
    }

    private static Task<GetAlipayAuthInfoRespDto> CallAsync(string body, HttpStatusCode status) =>
        Clients.Create(new StubHandler(body, status)).GetAlipayAuthInfoAsync("my-alipay-connection");
}
