using System.Text;
using GenAuth.Authorization.Token;
using GenAuth.Testing;
using GenAuth.Tests.Management;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

/// <summary>Who reads the cache, or has the access key without its secret, does not get the token.</summary>
public sealed class SharedTokenAccessTests
{
    private readonly SharedTokenClients _clients = new();

    public static TheoryData<string, Action<ManagementClientOptions>> Differences => SharedTokenClients.Differences;

    [Fact]
    public async Task Client_with_a_wrong_secret_is_refused_beside_a_cached_token()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var cache = new RecordingCache();
        ManagementClient Client(string secret) => tenant.CreateManagementClient(options =>
        {
            (options.AuthorizationMethod, options.DistributedCache, options.AccessKeySecret) = (ManagementAuthorizationMethod.ManagementToken, cache, secret);
        });
        await Client(tenant.AccessKeySecret).ListUsersAsync(new());
        Assert.NotEmpty(cache.Stored);

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => Client("wrong-secret").ListUsersAsync(new()));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task Client_that_differs_in_one_setting_gets_a_token_of_its_own(string setting, Action<ManagementClientOptions> change)
    {
        await _clients.Client().CallAsync();
        await _clients.Client(change).CallAsync();

        Assert.True(_clients.Service.Exchanges == 2, setting);
        Assert.Equal(2, _clients.Cache.Keys.Distinct().Count());
    }

    [Fact]
    public async Task Entry_and_its_name_show_neither_token_nor_access_key()
    {
        await _clients.Client(options => options.TenantId = "tenant-of-the-key").CallAsync();

        var name = Assert.Single(_clients.Cache.Keys);
        var entry = Encoding.Latin1.GetString(_clients.Cache.Stored);
        Assert.Matches("^genauth:management-token:[0-9a-f]{64}$", name);
        Assert.All(
            ["token-1", ManagementClients.Secret, "key-of-the-pool", "tenant-of-the-key", "api.genauth.ai", "1767"],
            text => Assert.DoesNotContain(text, name + entry, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AES-GCM")]
    [InlineData("AES-CBC and HMAC")]
    public async Task Two_entries_of_the_same_token_have_nothing_in_common(string protection)
    {
        var cache = _clients.CacheOf(SharedTokenClients.Protection(protection));
        var token = new ManagementToken("token", SharedTokenClients.Start, SharedTokenClients.Start.AddHours(2));
        await cache.WriteAsync(token);
        var first = _clients.Cache.Stored;
        await cache.WriteAsync(token);

        Assert.Equal(first[0], _clients.Cache.Stored[0]);
        Assert.NotEqual(first[1..13], _clients.Cache.Stored[1..13]);
        Assert.NotEqual(first[^16..], _clients.Cache.Stored[^16..]);
    }
}
