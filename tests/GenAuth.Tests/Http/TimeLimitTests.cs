using GenAuth.Tests.Support;

namespace GenAuth.Tests.Http;

/// <summary>A call has a token of its own only for a limit of its own; what nothing can end gets none.</summary>
public sealed class TimeLimitTests
{
    private static readonly RequestOptions NoLimit = new() { Timeout = Timeout.InfiniteTimeSpan, AttemptTimeout = Timeout.InfiniteTimeSpan };

    [Fact]
    public async Task Without_a_limit_and_a_callers_token_nothing_can_end_the_sending() =>
        Assert.False((await TokenOfAsync(NoLimit, CancellationToken.None)).CanBeCanceled);

    [Fact]
    public async Task Without_a_limit_the_callers_token_is_passed_on_as_it_is()
    {
        using var caller = new CancellationTokenSource();

        Assert.Equal(caller.Token, await TokenOfAsync(NoLimit, caller.Token));
    }

    [Fact]
    public async Task With_a_limit_the_token_is_the_calls_own()
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
