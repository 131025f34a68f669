using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using GenAuth.Tests.Support;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace GenAuth.Tests.Http;

/// <summary>For any exception of a handler, a call ends as a result, an exception of the SDK, or the caller's cancellation.</summary>
public sealed class HandlerExceptionTests
{
    private static readonly Exception[] All =
    [
        new TimeoutRejectedException("x"),
        new BrokenCircuitException("x"),
        new SocketException((int)SocketError.ConnectionReset),
        new AuthenticationException("x"),
        new WebException("x"),
        new HttpRequestException("x"),
        new IOException("x"),
        new ObjectDisposedException("x"),
        new InvalidOperationException("x"),
        new NotSupportedException("x"),
        new ArgumentException("x"),
        new TimeoutException("x"),
        new UnauthorizedAccessException("x"),
        new AggregateException(new SocketException((int)SocketError.HostNotFound)),
        new OwnException(),
    ];

    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task Exception_of_a_handler_becomes_the_cause_of_a_connection_exception(int index)
    {
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => CallAsync(_ => Task.FromException<HttpResponseMessage>(All[index])));

        Assert.Same(All[index], exception.InnerException);
        Assert.StartsWith("Authentication_getAlipayAuthInfo received no complete response: ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task Exception_while_the_body_is_read_becomes_the_cause_of_a_connection_exception(int index)
    {
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => CallAsync(_ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new ThrowingStream(All[index])) })));

        Assert.True(exception.InnerException == All[index] || exception.InnerException!.InnerException == All[index]);
    }

    [Fact]
    public async Task Exception_that_a_handler_throws_before_it_begins_becomes_the_cause_too() =>
        Assert.IsType<OwnException>((await Assert.ThrowsAsync<GenAuthConnectionException>(() => CallAsync(_ => throw new OwnException()))).InnerException);

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task Exception_of_a_handler_after_the_callers_cancellation_is_that_cancellation(int index)
    {
        using var caller = new CancellationTokenSource();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CallAsync(
            async _ =>
            {
                await caller.CancelAsync();
                throw All[index];
            },
            caller.Token));

        Assert.Equal(caller.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Message_names_the_kind_of_an_exception_that_only_a_handler_throws()
    {
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => CallAsync(_ => throw new BrokenCircuitException("hunter2")));

        Assert.Contains("a handler of the HTTP client threw BrokenCircuitException.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_is_retried_after_an_exception_of_a_handler()
    {
        var sent = 0;
        using var handler = new Handler(_ => sent++ == 0 ? throw new OwnException() : Task.FromResult(Service.CreateResponse(StubHandler.AuthInfo)));
        var client = new AuthenticationClient(Clients.Options(options => options.Retry = new() { BaseDelay = TimeSpan.Zero }), new HttpClient(handler));

        await client.GetLoginHistoryAsync();

        Assert.Equal(2, sent);
    }

    [Fact]
    public async Task Exception_of_the_callers_own_callback_stays_as_it_is()
    {
        using var handler = new StubHandler();

        await Assert.ThrowsAsync<OwnException>(() => Clients.Create(handler).GetAlipayAuthInfoAsync("my-alipay", new RequestOptions { OnResponse = _ => throw new OwnException() }));
    }

    private static async Task CallAsync(Func<HttpRequestMessage, Task<HttpResponseMessage>> send, CancellationToken cancellationToken = default)
    {
        using var handler = new Handler(send);
        using var http = new HttpClient(handler);
        await new AuthenticationClient(Clients.Options(), http).GetAlipayAuthInfoAsync("my-alipay", cancellationToken: cancellationToken);
    }

    private sealed class OwnException : Exception;

    private sealed class Handler(Func<HttpRequestMessage, Task<HttpResponseMessage>> send) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => send(request);
    }

    private sealed class ThrowingStream(Exception exception) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw exception;
    }
}
