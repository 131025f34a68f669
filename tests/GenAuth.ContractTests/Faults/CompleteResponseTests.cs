using System.Text;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults;

/// <summary>Unusual ways to send a complete response.</summary>
public sealed class CompleteResponseTests
{
    private const string Json = "Content-Type: application/json";

    [Theory]
    [InlineData("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 38\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200\r\ncontent-length: 38\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n26;note=a\r\n{}\r\n0\r\nX-Checksum: b\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}")]
    [InlineData("HTTP/1.0 200 OK\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: ;;;\r\nRetry-After: ???\r\nLocation: http://[\r\nContent-Length: 38\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nSet-Cookie: session=abc\r\nContent-Length: 38\r\n\r\n{}")]
    public async Task Large_response_is_read(string response)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(response.Replace("{}", """{"statusCode":200,"message":"Success"}""", StringComparison.Ordinal));
        });
        Assert.Equal("Success", (await server.Client().GetAlipayAuthInfoAsync(TestClient.Connection)).Message);
    }

    [Fact]
    public async Task Large_response_that_arrives_byte_by_byte_is_read()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            foreach (var next in Encoding.UTF8.GetBytes(RawConnection.Head(Json) + """{"statusCode":200,"message":"支付宝🐼"}"""))
            {
                await connection.SendAsync([next]);
            }
        });
        Assert.Equal("支付宝🐼", (await server.Client().GetAlipayAuthInfoAsync(TestClient.Connection)).Message);
    }

    [Fact]
    public async Task Received_cookie_is_not_sent_back()
    {
        await using var server = new RawServer(async connection =>
        {
            for (var call = 0; call < 2; call++)
            {
                await connection.ReadRequestAsync();
                await connection.SendAsync($"HTTP/1.1 200 OK\r\nSet-Cookie: session=abc\r\nContent-Length: {Faults.Response.Length}\r\n\r\n{Faults.Response}");
            }
        });
        var client = server.Client();
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Tue, 15 Nov 1994 08:12:31 GMT", "Tue, 15 Nov 1994 08:14:01 GMT", 90)]
    [InlineData("Tue, 15 Nov 1994 08:12:31 GMT", "Tuesday, 15-Nov-94 08:14:01 GMT", 90)]
    [InlineData("Tue, 15 Nov 1994 08:12:31 GMT", "Tue, 15 Nov 1994 08:12:30 GMT", 0)]
    [InlineData("Tue, 15 Nov 1994 08:12:31 GMT", "0", 0)]
    public async Task A_date_in_Retry_After_is_measured_from_the_date_of_the_server(string date, string retryAfter, int seconds)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync($"HTTP/1.1 429 Too Many Requests\r\nDate: {date}\r\nRetry-After: {retryAfter}\r\nContent-Length: 18\r\n\r\n{{\"statusCode\":429}}");
        });
        var exception = await Assert.ThrowsAsync<GenAuthRateLimitedException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));
        Assert.Equal(TimeSpan.FromSeconds(seconds), exception.RetryAfter);
    }
}
