using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults;

public sealed class CancellationTests
{
    [Fact]
    public async Task Before_the_call_it_keeps_anything_from_being_sent()
    {
        var connected = false;
        await using var server = new RawServer(connection =>
        {
            connected = true;
            return connection.ReadRequestAsync();
        });
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var call = server.Client().SignInByAlipayAsync(TestClient.Connection, TestClient.Code, cancellationToken: cancellation.Token);
        await IsCancelledAsync(call, cancellation.Token);
        Assert.False(connected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    public async Task While_the_headers_are_awaited_it_ends_the_call(string beginning)
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(beginning);
            await cancellation.CancelAsync();
            await connection.StaySilentAsync();
        });

        var call = server.Client().SignInByAlipayAsync(TestClient.Connection, TestClient.Code, cancellationToken: cancellation.Token);
        await IsCancelledAsync(call, cancellation.Token);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"statusCode\":200,")]
    public async Task While_the_body_is_read_it_ends_the_call(string beginning)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(RawConnection.Head("Content-Type: application/json", "Content-Length: 1000") + beginning);
            await connection.StaySilentAsync();
        });
        using var cancellation = new CancellationTokenSource();
        using var http = new HttpClient(new AfterTheHeaders(cancellation));

        var call = new AuthenticationClient(TestClient.Options(server.Url), http)
            .SignInByAlipayAsync(TestClient.Connection, TestClient.Code, cancellationToken: cancellation.Token);
        await IsCancelledAsync(call, cancellation.Token);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task It_beats_a_time_out_that_has_passed_at_the_same_moment()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.StaySilentAsync();
        });
        // The call's end is held back until both have happened.
        using var http = new HttpClient(new BeforeTheEnd(cancellation));
        var call = new AuthenticationClient(TestClient.Options(server.Url, options => options.Timeout = TimeSpan.FromMilliseconds(50)), http)
            .GetAlipayAuthInfoAsync(TestClient.Connection, cancellationToken: cancellation.Token);
        await IsCancelledAsync(call, cancellation.Token);
    }

    private static async Task IsCancelledAsync(Task call, CancellationToken token)
    {
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(token, exception.CancellationToken);
        Assert.True(call.IsCanceled);
    }

    private sealed class AfterTheHeaders(CancellationTokenSource cancellation) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await cancellation.CancelAsync();
            return answer;
        }
    }

    private sealed class BeforeTheEnd(CancellationTokenSource cancellation) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                await cancellation.CancelAsync();
            }
        }
    }
}
