using GenAuth.Tests.Support;

namespace GenAuth.Tests.Http;

/// <summary>A call creates a cancellation token only for a time limit.</summary>
public sealed class TimeLimitTests
{
    private static readonly RequestOptions NoLimit = new() { Timeout = Timeout.InfiniteTimeSpan, AttemptTimeout = Timeout.InfiniteTimeSpan };

    [Fact]
    public async Task Sending_without_limit_and_token_is_not_cancellable() =>
        Assert.False((await TokenOfAsync(NoLimit, CancellationToken.None)).CanBeCanceled);

    [Fact]
    public async Task Sending_without_a_limit_uses_the_callers_token()
    {
        using var caller = new CancellationTokenSource();

        Assert.Equal(caller.Token, await TokenOfAsync(NoLimit, caller.Token));
    }

    [Fact]
    public async Task Sending_with_a_limit_uses_a_linked_token()
    {
        using var caller = new CancellationTokenSource();

        var token = await TokenOfAsync(null, caller.Token);

        Assert.True(token.CanBeCanceled);
        Assert.NotEqual(caller.Token, token);
    }

    private static async Task<CancellationToken> TokenOfAsync(RequestOptions? options, CancellationToken cancellationToken)
    {
        using var handler = new TokenReader();
        using var sender = new HttpMessageInvoker(handler);
        await new AuthenticationClient(Clients.Options(), () => sender).GetAlipayAuthInfoAsync("my-alipay", options, cancellationToken);
        return handler.Token;
    }

    private sealed class TokenReader() : DelegatingHandler(new StubHandler())
    {
        public CancellationToken Token { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
