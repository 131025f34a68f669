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
    public async Task While_the_connection_is_made_it_keeps_the_request_from_being_sent()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            // The client's part of the handshake is there, and the server's never comes.
            await connection.Stream.ReadExactlyAsync(new byte[1], connection.End);
            await cancellation.CancelAsync();
            await connection.StaySilentAsync();
        });
        var client = new AuthenticationClient(TestClient.Options(server.Url.Replace("http:", "https:", StringComparison.Ordinal), WithRepetitions));

        await IsCancelledAsync(client.GetAlipayAuthInfoAsync(TestClient.Connection, cancellationToken: cancellation.Token), cancellation.Token);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task While_a_large_body_is_sent_it_ends_the_call()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            // More than the network holds: the rest cannot be on its way yet.
            await connection.Stream.ReadExactlyAsync(new byte[1], connection.End);
            await cancellation.CancelAsync();
            await connection.StaySilentAsync();
        });

        var call = server.Client(WithRepetitions).SignInByAlipayAsync(TestClient.Connection, new string('c', 50_000_000), cancellationToken: cancellation.Token);
        await IsCancelledAsync(call, cancellation.Token);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Between_two_attempts_it_keeps_the_second_from_being_made()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = Refusing();
        var client = server.Client(options =>
        {
            WithRepetitions(options);
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
    public async Task During_a_repetition_it_is_the_end_too()
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

        await IsCancelledAsync(server.Client(WithRepetitions).GetAlipayAuthInfoAsync(TestClient.Connection, cancellationToken: cancellation.Token), cancellation.Token);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task After_it_the_next_call_reads_nothing_of_the_answer_that_was_left()
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

                await connection.SendJsonAsync($$"""{"statusCode":200,"message":"answer {{requests}}"}""");
            }
        });
        var client = server.Client(WithRepetitions);

        await IsCancelledAsync(client.GetAlipayAuthInfoAsync(TestClient.Connection, cancellationToken: cancellation.Token), cancellation.Token);
        Assert.Equal("answer 2", (await client.GetAlipayAuthInfoAsync(TestClient.Connection)).Message);
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
        // The call's end is held back until both have happened.
        using var http = new HttpClient(new BeforeTheEnd(cancellation));
        var call = new AuthenticationClient(TestClient.Options(server.Url, options => options.Timeout = TimeSpan.FromMilliseconds(50)), http)
            .GetAlipayAuthInfoAsync(TestClient.Connection, cancellationToken: cancellation.Token);
        await IsCancelledAsync(call, cancellation.Token);
    }

    private static void WithRepetitions(AuthenticationClientOptions options) =>
        options.Retry = new RetryOptions { MaxRetries = 2, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero };

    /// <summary>A service that wants to be asked again, every time.</summary>
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
