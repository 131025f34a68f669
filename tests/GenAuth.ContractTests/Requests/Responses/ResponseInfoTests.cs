using System.Net;
using GenAuth.ContractTests.Server;
using Newtonsoft.Json.Linq;
using static GenAuth.ContractTests.Requests.Responses.ResponseScript;

namespace GenAuth.ContractTests.Requests.Responses;

/// <summary>GenAuthResponseInfo of successes and failures.</summary>
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
    public async Task Request_id_is_read_from_the_body_or_else_from_the_header(string body, string expected)
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
        await using var server = Serve(Response(body, "x-request-id: in-the-header"));
        var (client, options, received) = server.Listen();
        await client.SendAsync<JToken>(HttpMethod.Get, "/api/v3/anything", requestOptions: options);

        Assert.Equal(expected, Assert.Single(received).RequestId);
    }

    [Fact]
    public async Task ResponseInfo_without_the_headers_has_no_request_id_rate_limit_and_retry_delay()
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
    public async Task Malformed_headers_are_ignored(params string[] headers)
    {
        var info = await SuccessAsync(Success, headers);

        Assert.Null(info.RateLimit);
        Assert.Equal(1, info.Attempts);
        Assert.True(info.Headers.ContainsKey(headers[1].Split(':')[0]));
    }

    [Fact]
    public async Task Headers_of_an_error_are_on_its_exception_and_not_in_its_text()
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
    public async Task Exception_of_an_invalid_response_has_its_headers()
    {
        await using var server = Serve(Response(502, "<html>Bad gateway</html>", "Content-Type: text/html", "X-Cache: miss"));
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.Equal(HttpStatusCode.BadGateway, exception.Response!.HttpStatusCode);
        Assert.Equal(["miss"], exception.Response.Headers["x-cache"]);
        Assert.Equal(["text/html"], exception.Response.Headers["content-type"]);
        Assert.Equal(1, exception.Response.Attempts);
    }

    [Fact]
    public async Task Exception_of_a_redirect_that_is_not_followed_has_its_target()
    {
        await using var server = Serve(Response(302, string.Empty, "Location: https://elsewhere.example.com/"));
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.Equal(["https://elsewhere.example.com/"], exception.Response!.Headers["location"]);
    }

    [Theory]
    [InlineData(Nothing)]
    [InlineData(Broken)]
    public async Task Exception_without_a_complete_response_has_no_response_info(string response)
    {
        await using var server = Serve(response);
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.Null(exception.Response);
    }

    [Fact]
    public async Task ResponseInfo_is_immutable()
    {
        var info = await SuccessAsync(Success, "X-Cache: miss");

        Assert.True(((IDictionary<string, IReadOnlyList<string>>)info.Headers).IsReadOnly);
        Assert.True(((IList<string>)info.Headers["x-cache"]).IsReadOnly);
    }

    private static async Task<GenAuthResponseInfo> SuccessAsync(string body, params string[] headers)
    {
        await using var server = Serve(Response(body, headers));
        var (client, options, received) = server.Listen();
        await client.GetAlipayAuthInfoAsync(TestClient.Connection, options);
        return Assert.Single(received);
    }

    private static async Task<GenAuthApiException> RefusedAsync(string body, params string[] headers)
    {
        await using var server = Serve(Response(body, headers));
        return await Assert.ThrowsAnyAsync<GenAuthApiException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));
    }
}
