using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults;

public sealed class TimeoutTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"statusCode\":200,")]
    public async Task Silent_server_ends_the_call_at_its_time_limit(string beginning)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(beginning);
            await connection.StaySilentAsync();
        });
        await TimesOutAsync(server);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Long: ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")]
    public async Task Endless_response_ends_at_the_time_limit(string beginning)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(beginning);
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            while (await pace.WaitForNextTickAsync(connection.End))
            {
                await connection.SendAsync(" ");
            }
        });
        await TimesOutAsync(server);
    }

    [Fact]
    public async Task Missing_TLS_handshake_ends_the_call_at_its_time_limit()
    {
        await using var server = new RawServer(connection => connection.StaySilentAsync());
        var client = new AuthenticationClient(
            TestClient.Options(server.Url.Replace("http:", "https:", StringComparison.Ordinal), options => options.Timeout = Short));
        await Assert.ThrowsAsync<GenAuthTimeoutException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection));
    }

    [Fact]
    public async Task Timeout_of_a_call_replaces_the_one_of_the_client()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.StaySilentAsync();
        });
        var exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(
            () => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection, new RequestOptions { Timeout = Short }));
        Assert.Equal(Short, exception.Timeout);
    }

    [Fact]
    public async Task Timeout_of_an_own_HttpClient_is_a_timeout_exception()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.StaySilentAsync();
        });
        using var http = new HttpClient { Timeout = Short };
        var client = new AuthenticationClient(TestClient.Options(server.Url), http);
        await Assert.ThrowsAsync<GenAuthTimeoutException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection));
    }

    private static async Task TimesOutAsync(RawServer server)
    {
        var client = server.Client(options => options.Timeout = Short);
        var exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code));

        Assert.False(server.HadToEnd);
        Assert.Equal("Authentication_signInByMobile", exception.Operation);
        Assert.Equal(Short, exception.Timeout);
        Assert.Contains("0.3 s", exception.Message, StringComparison.Ordinal);
        // Not exactly one: on a busy machine the time may pass before the request arrives.
        Assert.InRange(server.Requests.Count, 0, 1);
    }
}
