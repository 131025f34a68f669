using System.Text;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Management;

/// <summary>Replicas of a program with one cache.</summary>
public sealed class SharedTokenTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 8, 30, 0, TimeSpan.Zero));
    private readonly RecordingCache _cache = new();
    private readonly TokenService _service = new();

    [Fact]
    public async Task The_token_of_one_client_serves_the_others()
    {
        await Client().CallAsync();
        await Client().CallAsync();

        Assert.Equal(1, _service.Exchanges);
        Assert.Equal(["token-1", "token-1"], _service.TokensUsed);
    }

    [Fact]
    public async Task An_entry_lives_as_long_as_its_token()
    {
        await Client().CallAsync();

        Assert.Equal(TimeSpan.FromSeconds(7200), Assert.Single(_cache.Lives));
    }

    [Fact]
    public async Task A_shared_token_is_renewed_early_too()
    {
        await Client().CallAsync();
        _clock.Advance(TimeSpan.FromSeconds(6900));
        await Client().CallAsync();
        await Client().CallAsync();

        Assert.Equal(["token-1", "token-2", "token-2"], _service.TokensUsed);
    }

    [Fact]
    public async Task A_refused_token_is_not_taken_from_the_cache_again()
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
    public async Task The_key_of_the_entry_holds_no_secret()
    {
        await Client().CallAsync();

        Assert.Equal("genauth:management-token:GenAuth:https%3A%2F%2Fapi.genauth.ai%2F:key-of-the-pool:", Assert.Single(_cache.Keys));
    }

    [Fact]
    public async Task Clients_of_another_host_edition_key_or_tenant_do_not_meet()
    {
        await Client().CallAsync();
        await Client(options => options.Host = "https://core.genauth.ai").CallAsync();
        await Client(options => options.AccessKeyId = "another").CallAsync();
        await Client(options => options.TenantId = "tenant").CallAsync();
        await Client(options => (options.Edition, options.Host) = (Edition.Authing, "https://api.genauth.ai")).CallAsync();

        Assert.Equal(5, _service.Exchanges);
        Assert.Equal(5, _cache.Keys.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("9999999999999\n9999999999999\n")]
    [InlineData("9999999999999\n9999999999999\na\u0001b")]
    [InlineData("9999999999999\n9999999999999\na b")]
    [InlineData("99999999999999999999\n1\ntoken")]
    [InlineData("9223372036854775807\n9223372036854775807\ntoken")]
    [InlineData("1\n1\ntoken")]
    public async Task An_entry_that_is_none_is_replaced(string entry)
    {
        _cache.Everything = Encoding.UTF8.GetBytes(entry);
        await Client().CallAsync();

        Assert.Equal(["token-1"], _service.TokensUsed);
    }

    [Fact]
    public async Task A_cache_that_fails_is_done_without()
    {
        _cache.Failure = new InvalidOperationException("The cache is down.");
        var client = Client();
        await client.CallAsync();
        await client.CallAsync();

        Assert.Equal(["token-1", "token-1"], _service.TokensUsed);
    }

    [Fact]
    public async Task A_cache_that_hangs_is_done_without_after_2_seconds()
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
    public async Task A_token_of_unknown_life_is_not_shared()
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
