using System.Net;
using GenAuth.ContractTests.Server;
using Newtonsoft.Json.Linq;
using static GenAuth.ContractTests.Requests.Responses.AnswerScript;

namespace GenAuth.ContractTests.Requests.Responses;

/// <summary>What a caller learns of an answer besides its content.</summary>
public sealed class ResponseInfoTests
{
    [Fact]
    public async Task ResponseInfo_of_a_success_has_status_headers_rate_limit_and_request_id()
    {
        var info = await SuccessAsync(Success, "Content-Type: application/json", "Set-Cookie: a=1", "Set-Cookie: b=2", "X-RateLimit-Limit: 100", "X-RateLimit-Remaining: 99", "X-RateLimit-Reset: 30", "Retry-After: 7");

        Assert.Equal(HttpStatusCode.OK, info.HttpStatusCode);
        Assert.Equal(["a=1", "b=2"], info.Headers["set-cookie"]);
        Assert.Equal(["application/json"], info.Headers["CONTENT-TYPE"]);
        Assert.Equal(["7"], info.Headers["Retry-After"]);
        Assert.False(info.Headers.ContainsKey("x-request-id"));
        Assert.Equal("in-the-body", info.RequestId);
        Assert.Equal((100, 99, TimeSpan.FromSeconds(30)), (info.RateLimit!.Limit, info.RateLimit.Remaining, info.RateLimit.Reset));
        Assert.Equal(TimeSpan.FromSeconds(7), info.RetryAfter);
        Assert.Equal(1, info.Attempts);
    }

    [Theory]
    [InlineData(Success, "in-the-body")]
    [InlineData("""{"statusCode":200,"message":"Success","data":{"authInfo":"a=b"}}""", "in-the-header")]
    public async Task The_request_id_is_the_bodys_or_else_the_headers(string body, string expected)
    {
        Assert.Equal(expected, (await SuccessAsync(body, "X-Request-Id: in-the-header")).RequestId);
        Assert.Equal(expected, (await RefusedAsync(body.Replace("200", "403", StringComparison.Ordinal), "X-Request-Id: in-the-header")).Response!.RequestId);
    }

    [Theory]
    [InlineData(Success, "in-the-body")]
    [InlineData("""{"a":1}""", "in-the-header")]
    [InlineData("[1]", "in-the-header")]
    public async Task Request_id_is_read_where_the_body_is_read_as_another_type(string body, string expected)
    {
        await using var server = Serve(Answer(body, "x-request-id: in-the-header"));
        var (client, options, told) = server.Listen();
        await client.SendAsync<JToken>(HttpMethod.Get, "/api/v3/anything", requestOptions: options);

        Assert.Equal(expected, Assert.Single(told).RequestId);
    }

    [Fact]
    public async Task Without_any_there_is_no_request_id_no_rate_limit_and_nothing_to_wait_for()
    {
        var info = await SuccessAsync("""{"statusCode":200,"message":"Success","data":{"authInfo":"a=b"}}""");

        Assert.Null(info.RequestId);
        Assert.Null(info.RateLimit);
        Assert.Null(info.RetryAfter);
    }

    [Theory]
    [InlineData("X-RateLimit-Remaining: many", "X-RateLimit-Reset: -1")]
    [InlineData("RateLimit: \"", "RateLimit-Policy: ;;;,,=")]
    [InlineData("RateLimit: ", "X-RateLimit-Reset: 99999999999999999999999999999999999999")]
    public async Task Headers_that_cannot_be_read_harm_nothing(params string[] headers)
    {
        var info = await SuccessAsync(Success, headers);

        Assert.Null(info.RateLimit);
        Assert.Equal(1, info.Attempts);
        Assert.True(info.Headers.ContainsKey(headers[1].Split(':')[0]));
    }

    [Fact]
    public async Task The_headers_of_a_refusal_are_on_its_exception_and_not_in_its_text()
    {
        var exception = await RefusedAsync("""{"statusCode":429,"message":"Too many."}""", "X-RateLimit-Remaining: 0", "Set-Cookie: session=hunter2", "Retry-After: 3");

        Assert.Equal(HttpStatusCode.OK, exception.Response!.HttpStatusCode);
        Assert.Equal(0, exception.Response.RateLimit?.Remaining);
        Assert.Equal(exception.RetryAfter, exception.Response.RetryAfter);
        Assert.Equal(["session=hunter2"], exception.Response.Headers["set-cookie"]);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(nameof(GenAuthResponseInfo), exception.Response.ToString());
    }

    [Fact]
    public async Task An_answer_that_is_none_of_the_apis_has_them_too()
    {
        await using var server = Serve(Answer(502, "<html>Bad gateway</html>", "Content-Type: text/html", "X-Cache: miss"));
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.Equal(HttpStatusCode.BadGateway, exception.Response!.HttpStatusCode);
        Assert.Equal(["miss"], exception.Response.Headers["x-cache"]);
        Assert.Equal(["text/html"], exception.Response.Headers["content-type"]);
        Assert.Equal(1, exception.Response.Attempts);
    }

    [Fact]
    public async Task A_redirect_that_is_not_followed_has_its_target()
    {
        await using var server = Serve(Answer(302, string.Empty, "Location: https://elsewhere.example.com/"));
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.Equal(["https://elsewhere.example.com/"], exception.Response!.Headers["location"]);
    }

    [Theory]
    [InlineData(Nothing)]
    [InlineData(Broken)]
    public async Task Without_a_whole_answer_there_is_nothing(string answer)
    {
        await using var server = Serve(answer);
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.Null(exception.Response);
    }

    [Fact]
    public async Task What_it_holds_cannot_be_changed()
    {
        var info = await SuccessAsync(Success, "X-Cache: miss");

        Assert.True(((IDictionary<string, IReadOnlyList<string>>)info.Headers).IsReadOnly);
        Assert.True(((IList<string>)info.Headers["x-cache"]).IsReadOnly);
    }

    private static async Task<GenAuthResponseInfo> SuccessAsync(string body, params string[] headers)
    {
        await using var server = Serve(Answer(body, headers));
        var (client, options, told) = server.Listen();
        await client.GetAlipayAuthInfoAsync(TestClient.Connection, options);
        return Assert.Single(told);
    }

    private static async Task<GenAuthApiException> RefusedAsync(string body, params string[] headers)
    {
        await using var server = Serve(Answer(body, headers));
        return await Assert.ThrowsAnyAsync<GenAuthApiException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));
    }
}
