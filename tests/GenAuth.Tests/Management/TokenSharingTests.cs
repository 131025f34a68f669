using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

/// <summary>One token for all callers of a client, and one exchange at a time.</summary>
public sealed class TokenSharingTests
{
    private const int Callers = 64;

    private readonly TokenService _service = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TokenSharingTests() => _service.Gate = _gate.Task;

    [Fact]
    public async Task Concurrent_callers_share_one_exchange()
    {
        var client = ManagementClients.WithToken(_service.Handler);
        var calls = Enumerable.Range(0, Callers).Select(_ => client.CallAsync()).ToList();
        _gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(1, _service.Exchanges);
        Assert.Equal(Enumerable.Repeat("token-1", Callers), _service.TokensUsed);
    }

    [Fact]
    public async Task Callers_on_separate_threads_share_one_exchange()
    {
        var client = ManagementClients.WithToken(_service.Handler);
        _gate.SetResult();
        await Parallel.ForAsync(0, Callers, async (_, end) => await client.CallAsync(cancellationToken: end));

        Assert.Equal(1, _service.Exchanges);
    }

    [Fact]
    public async Task Cancelled_caller_does_not_cancel_the_exchange_of_the_others()
    {
        var client = ManagementClients.WithToken(_service.Handler);
        using var end = new CancellationTokenSource();
        var first = client.CallAsync(cancellationToken: end.Token);
        var second = client.CallAsync();

        await end.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(end.Token, exception.CancellationToken);

        _gate.SetResult();
        await second;
        Assert.Equal(1, _service.Exchanges);
    }

    [Fact]
    public async Task Exchange_of_cancelled_callers_provides_the_token_of_the_next()
    {
        var client = ManagementClients.WithToken(_service.Handler);
        using var end = new CancellationTokenSource();
        var first = client.CallAsync(cancellationToken: end.Token);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        _gate.SetResult();
        await client.CallAsync();

        Assert.Equal(1, _service.Exchanges);
    }

    [Fact]
    public async Task Failed_exchange_fails_the_waiting_callers_only()
    {
        _service.ExchangeResponse = """{"statusCode":500,"message":"Later."}""";
        var client = ManagementClients.WithToken(_service.Handler);
        var calls = Enumerable.Range(0, Callers).Select(_ => client.CallAsync()).ToList();
        _gate.SetResult();
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<GenAuthServerException>(() => call);
        }

        Assert.Equal(1, _service.Exchanges);
        _service.ExchangeResponse = null;
        await client.CallAsync();
        Assert.Equal(2, _service.Exchanges);
    }

    [Fact]
    public async Task Token_that_is_rejected_for_many_calls_is_replaced_once()
    {
        _gate.SetResult();
        var client = ManagementClients.WithToken(_service.Handler);
        await client.CallAsync();
        _service.Revoke("token-1");
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => client.CallAsync()));

        Assert.Equal(2, _service.Exchanges);
    }
}
