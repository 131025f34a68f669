using GenAuth.Tests.Management;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Credentials;

/// <summary>Access keys of a provider that are exchanged for management tokens.</summary>
public sealed class ProvidedKeyTokenTests
{
    [Fact]
    public async Task Provider_is_called_once_for_a_token()
    {
        var service = new KeyService("a");
        var provider = new KeyProvider("a", "b");
        var client = Client(service, provider);

        await client.CallAsync();
        await client.CallAsync();

        Assert.Equal(["a"], service.KeysExchanged);
        Assert.Equal(1, provider.Calls);
    }

    [Fact]
    public async Task Refused_token_of_an_old_key_is_renewed_with_the_new_key()
    {
        var service = new KeyService("old", "new");
        var client = Client(service, new KeyProvider("old", "new"));
        await client.CallAsync();

        service.Remove("old");
        await client.CallAsync();

        Assert.Equal(["old", "new"], service.KeysExchanged);
        Assert.Equal(["old", "old", "new"], service.KeysUsed);
    }

    [Fact]
    public async Task Rejected_exchange_is_retried_with_the_new_key_of_the_provider()
    {
        var service = new KeyService("new");

        await Client(service, new KeyProvider("old", "new")).CallAsync();

        Assert.Equal(["old", "new"], service.KeysExchanged);
    }

    [Fact]
    public async Task Refused_exchange_with_a_key_that_stays_the_same_ends_the_call()
    {
        var service = new KeyService();

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => Client(service, new KeyProvider("old")).CallAsync());

        Assert.Equal(["old"], service.KeysExchanged);
    }

    [Fact]
    public async Task Entry_of_the_shared_cache_belongs_to_the_key_in_use()
    {
        var service = new KeyService("old", "new");
        var cache = new RecordingCache();
        await Client(service, new KeyProvider("old"), cache).CallAsync();
        await Client(service, new KeyProvider("new"), cache).CallAsync();
        await Client(service, new KeyProvider("new"), cache).CallAsync();
        service.Remove("old");

        // The client first uses the cached token of the old key, then the cached one of the new key.
        await Client(service, new KeyProvider("old", "new"), cache).CallAsync();

        Assert.Equal(["old", "new"], service.KeysExchanged);
        Assert.Equal(["old", "new", "new", "old", "new"], service.KeysUsed);
        Assert.Equal(2, cache.Keys.Distinct().Count());
    }

    private static ManagementClient Client(KeyService service, IAccessKeyProvider provider, RecordingCache? cache = null) => ManagementClients.WithToken(
        service.Handler,
        options => (options.AccessKeyId, options.AccessKeySecret, options.AccessKeyProvider, options.DistributedCache) = ("", "", provider, cache));
}
