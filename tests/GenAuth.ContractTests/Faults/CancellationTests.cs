using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults;

public sealed class CancellationTests
{
    [Fact]
    public async Task Cancellation_before_the_call_sends_nothing()
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
    public async Task Cancellation_ends_a_call_that_waits_for_headers(string beginning)
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
    public async Task Cancellation_ends_a_call_that_reads_the_body(string beginning)
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
    public async Task Cancellation_while_connecting_sends_no_request()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            // The client has sent its part of the handshake; the server never sends its own.
            await connection.Stream.ReadExactlyAsync(new byte[1], connection.End);
            await cancellation.CancelAsync();
            await connection.StaySilentAsync();
        });
        var client = new AuthenticationClient(TestClient.Options(server.Url.Replace("http:", "https:", StringComparison.Ordinal), WithRetries));

        await IsCancelledAsync(client.GetAlipayAuthInfoAsync(TestClient.Connection, cancellationToken: cancellation.Token), cancellation.Token);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Cancellation_ends_a_call_that_sends_a_large_body()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            // Larger than the buffers of the network, so that a part of it is still unsent.
            await connection.Stream.ReadExactlyAsync(new byte[1], connection.End);
            await cancellation.CancelAsync();
            await connection.StaySilentAsync();
        });

        var call = server.Client(WithRetries).SignInByAlipayAsync(TestClient.Connection, new string('c', 50_000_000), cancellationToken: cancellation.Token);
        await IsCancelledAsync(call, cancellation.Token);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Cancellation_between_two_attempts_prevents_the_second()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = Refusing();
        var client = server.Client(options =>
        {
            WithRetries(options);
            options.Retry.ShouldRetry = _ =>
            {
                cancellation.Cancel();
                return true;
            };
        });

        await IsCancelledAsync(client.GetAlipayAuthInfoAsync(TestClient.Connection, cancellationToken: cancellation.Token), cancellation.Token);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancellation_during_a_retry_ends_the_call()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = Refusing(async (connection, request) =>
        {
            if (request == 2)
            {
                await cancellation.CancelAsync();
                await connection.StaySilentAsync();
            }
        });

        await IsCancelledAsync(server.Client(WithRetries).GetAlipayAuthInfoAsync(TestClient.Connection, cancellationToken: cancellation.Token), cancellation.Token);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Call_after_a_cancelled_one_does_not_read_the_abandoned_response()
    {
        using var cancellation = new CancellationTokenSource();
        var requests = 0;
        await using var server = new RawServer(async connection =>
        {
            while (true)
            {
                await connection.ReadRequestAsync();
                if (++requests == 1)
                {
                    await cancellation.CancelAsync();
                }

                await connection.SendJsonAsync($$"""{"statusCode":200,"message":"response {{requests}}"}""");
            }
        });
        var client = server.Client(WithRetries);

        await IsCancelledAsync(client.GetAlipayAuthInfoAsync(TestClient.Connection, cancellationToken: cancellation.Token), cancellation.Token);
        Assert.Equal("response 2", (await client.GetAlipayAuthInfoAsync(TestClient.Connection)).Message);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Cancellation_wins_over_a_timeout_that_passes_at_the_same_moment()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.StaySilentAsync();
        });
        // The end of the call is delayed until both have happened.
        using var http = new HttpClient(new BeforeTheEnd(cancellation));
        var call = new AuthenticationClient(TestClient.Options(server.Url, options => options.Timeout = TimeSpan.FromMilliseconds(50)), http)
            .GetAlipayAuthInfoAsync(TestClient.Connection, cancellationToken: cancellation.Token);
        await IsCancelledAsync(call, cancellation.Token);
    }

    private static void WithRetries(AuthenticationClientOptions options) =>
        options.Retry = new RetryOptions { MaxRetries = 2, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero };

    /// <summary>A service that always returns a transient error.</summary>
    private static RawServer Refusing(Func<RawConnection, int, Task>? before = null)
    {
        var requests = 0;
        return new(async connection =>
        {
            while (true)
            {
                await connection.ReadRequestAsync();
                await (before?.Invoke(connection, ++requests) ?? Task.CompletedTask);
                await connection.SendJsonAsync("""{"statusCode":503,"message":"busy"}""");
            }
        });
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
            var response = await base.SendAsync(request, cancellationToken);
            await cancellation.CancelAsync();
            return response;
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
