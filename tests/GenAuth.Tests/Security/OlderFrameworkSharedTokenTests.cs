using System.Reflection;
using GenAuth.Tests.Management;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Security;

/// <summary>The builds for older frameworks protect the cached token too, netstandard2.0 without AES-GCM.</summary>
[Trait("Category", "Extended")]
public sealed class OlderFrameworkSharedTokenTests
{
    private readonly RecordingCache _cache = new();
    private readonly TokenService _service = new();
    private readonly Dictionary<string, Assembly> _libraries = [];

    [Theory]
    [InlineData("netstandard2.0", 3)]
    [InlineData("net8.0", 2)]
    public async Task Token_is_shared_between_clients_with_the_same_secret_only(string framework, byte format)
    {
        await CallAsync(framework, "secret");
        await CallAsync(framework, "secret");
        await CallAsync(framework, "another");

        Assert.Equal(["token-1", "token-1", "token-2"], _service.TokensUsed);
        Assert.Equal(format, _cache.Stored[0]);
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task Changed_or_truncated_entry_is_ignored(string framework)
    {
        await CallAsync(framework, "secret");
        var entry = _cache.Stored;
        for (var place = 0; place < entry.Length; place += 7)
        {
            _cache.Everything = [.. entry];
            _cache.Everything[place] ^= 1;
            await CallAsync(framework, "secret");
            _cache.Everything = entry[..place];
            await CallAsync(framework, "secret");
        }

        var calls = _service.TokensUsed.ToList();
        Assert.Equal(calls.Distinct(), calls);
    }

    [Fact]
    public async Task Builds_that_protect_differently_have_entries_of_their_own_in_one_cache()
    {
        await CallAsync("netstandard2.0", "secret");
        await CallAsync("net8.0", "secret");
        await CallAsync("netstandard2.0", "secret");
        await CallAsync("net8.0", "secret");

        Assert.Equal(["token-1", "token-2", "token-1", "token-2"], _service.TokensUsed);
    }

    [Fact]
    public async Task Builds_that_protect_alike_share_an_entry()
    {
        await CallAsync("net8.0", "secret");
        var client = ManagementClients.WithToken(_service.Handler, options =>
            (options.AccessKeyId, options.AccessKeySecret, options.DistributedCache) = ("key", "secret", _cache));
        await client.CallAsync();

        Assert.Equal(["token-1", "token-1"], _service.TokensUsed);
    }

    private async Task CallAsync(string framework, string secret)
    {
        if (!_libraries.TryGetValue(framework, out var library))
        {
            _libraries[framework] = library = BuiltLibrary.Load("GenAuth", framework);
        }

        dynamic options = Activator.CreateInstance(library.GetType("GenAuth.ManagementClientOptions", throwOnError: true)!)!;
        options.AccessKeyId = "key";
        options.AccessKeySecret = secret;
        options.DistributedCache = _cache;
        options.AuthorizationMethod = (dynamic)Enum.Parse(library.GetType("GenAuth.ManagementAuthorizationMethod", throwOnError: true)!, "ManagementToken");
        using var httpClient = new HttpClient(_service.Handler, disposeHandler: false);
        dynamic client = Activator.CreateInstance(library.GetType("GenAuth.ManagementClient", throwOnError: true)!, (object)options, httpClient)!;
        await client.SendAsync<JObject>(HttpMethod.Get, ManagementClients.Path);
    }
}
