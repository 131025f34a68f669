using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Management;

/// <summary>Replicas of a program with one cache.</summary>
public sealed class SharedTokenTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 8, 30, 0, TimeSpan.Zero));
    private readonly RecordingCache _cache = new();
    private readonly TokenService _service = new();

    [Fact]
    public async Task Token_of_one_client_is_used_by_the_others()
    {
        await Client().CallAsync();
        await Client().CallAsync();

        Assert.Equal(1, _service.Exchanges);
        Assert.Equal(["token-1", "token-1"], _service.TokensUsed);
    }

    [Fact]
    public async Task Cache_entry_expires_with_its_token()
    {
        await Client().CallAsync();

        Assert.Equal(TimeSpan.FromSeconds(7200), Assert.Single(_cache.Lives));
    }

    [Fact]
    public async Task Shared_token_is_renewed_before_its_expiry()
    {
        await Client().CallAsync();
        _clock.Advance(TimeSpan.FromSeconds(6900));
        await Client().CallAsync();
        await Client().CallAsync();

        Assert.Equal(["token-1", "token-2", "token-2"], _service.TokensUsed);
    }

    [Fact]
    public async Task Rejected_token_is_not_read_from_the_cache_again()
    {
        var (one, other) = (Client(), Client());
        await one.CallAsync();
        await other.CallAsync();
        _service.Revoke("token-1");
        await one.CallAsync();
        await other.CallAsync();

        Assert.Equal(2, _service.Exchanges);
        Assert.Equal(["token-1", "token-1", "token-1", "token-2", "token-1", "token-2"], _service.TokensUsed);
    }

    [Fact]
    public async Task Failing_cache_is_bypassed()
    {
        _cache.Failure = new InvalidOperationException("The cache is down.");
        var client = Client();
        await client.CallAsync();
        await client.CallAsync();

        Assert.Equal(["token-1", "token-1"], _service.TokensUsed);
    }

    [Fact]
    public async Task Hanging_cache_is_bypassed_after_2_seconds()
    {
        _cache.Hangs = true;
        var call = Client().CallAsync();
        for (var use = 0; use < 2; use++)
        {
            await _cache.Used.WaitAsync();
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        await call;
        Assert.Equal(["token-1"], _service.TokensUsed);
    }

    [Fact]
    public async Task Blocking_cache_is_bypassed_after_2_seconds()
    {
        using var end = new ManualResetEventSlim();
        _cache.Blocks = end;
        var call = Client().CallAsync();
        for (var use = 0; use < 2; use++)
        {
            await _cache.Used.WaitAsync();
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        await call;
        end.Set();
        Assert.Equal(["token-1"], _service.TokensUsed);
    }

    [Fact]
    public async Task Call_that_times_out_during_a_hanging_cache_leaves_the_token_to_the_next()
    {
        _cache.Hangs = true;
        var client = Client();
        var call = client.SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", requestOptions: new RequestOptions { Timeout = TimeSpan.FromSeconds(1) });
        await _cache.Used.WaitAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(GenAuthTimeoutScope.Call, (await Assert.ThrowsAsync<GenAuthTimeoutException>(() => call)).Scope);

        var next = client.CallAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _cache.Used.WaitAsync();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await next;
        Assert.Equal(["token-1"], _service.TokensUsed);
    }

    [Fact]
    public async Task Token_of_unknown_lifetime_is_not_shared()
    {
        _service.Life = "null";
        await Client().CallAsync();

        Assert.Empty(_cache.Lives);
    }

    private ManagementClient Client(Action<ManagementClientOptions>? change = null) => ManagementClients.WithToken(_service.Handler, options =>
    {
        (options.DistributedCache, options.TimeProvider) = (_cache, _clock);
        change?.Invoke(options);
    });
}
