using GenAuth.Authorization.Token;
using GenAuth.Settings;
using GenAuth.Tests.Management;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Security;

/// <summary>Clients of one access key with one cache, and the caches of single clients below them.</summary>
internal sealed class SharedTokenClients
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 30, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; } = new(Start);

    public RecordingCache Cache { get; } = new();

    public TokenService Service { get; } = new();

    /// <summary>Every setting that distinguishes the clients of one entry from all others.</summary>
    public static TheoryData<string, Action<ManagementClientOptions>> Differences => new()
    {
        { "secret", options => options.AccessKeySecret = "another" },
        { "access key ID", options => options.AccessKeyId = "another" },
        { "host", options => options.Host = "https://core.genauth.ai" },
        { "port", options => options.Host = "https://api.genauth.ai:8443" },
        { "edition", options => (options.Edition, options.Host) = (Edition.Authing, "https://api.genauth.ai") },
        { "tenant", options => options.TenantId = "tenant" },
        { "secret that contains the end of the ID", options => (options.AccessKeyId, options.AccessKeySecret) = ("key-of-the-", "pool" + ManagementClients.Secret) },
    };

    public ManagementClient Client(Action<ManagementClientOptions>? change = null) => ManagementClients.WithToken(Service.Handler, options =>
    {
        (options.DistributedCache, options.TimeProvider) = (Cache, Clock);
        change?.Invoke(options);
    });

    public SharedTokenCache CacheOf(ITokenProtection protection, Action<ManagementClientOptions>? change = null)
    {
        var settings = SettingsOf(change);
        return new(Cache, settings, settings.AccessKey!, protection);
    }

    /// <summary>The keys of a client's entry.</summary>
    public SharedTokenKeys KeysOf(byte format, Action<ManagementClientOptions>? change = null)
    {
        var settings = SettingsOf(change);
        return SharedTokenKeys.Derive(settings, settings.AccessKey!, format);
    }

    public ManagementSettings SettingsOf(Action<ManagementClientOptions>? change = null) => ManagementSettings.From(ManagementClients.Options(options =>
    {
        options.TimeProvider = Clock;
        change?.Invoke(options);
    }));

    /// <summary>Both ways to protect an entry; each framework uses one of them.</summary>
    internal static ITokenProtection Protection(string name) => name == "AES-GCM" ? new AesGcmProtection() : new AesCbcHmacProtection();
}
