using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using GenAuth.Authorization.Token;
using GenAuth.Testing;
using GenAuth.Tests.Diagnostics;
using GenAuth.Tests.Management;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

/// <summary>Who writes the cache cannot make a client use a token, a user pool or a lifetime.</summary>
public sealed class SharedTokenForgeryTests
{
    private static readonly ManagementToken Token = new("token", SharedTokenClients.Start, SharedTokenClients.Start.AddHours(2));

    private readonly SharedTokenClients _clients = new();

    public static TheoryData<string, Action<ManagementClientOptions>> Differences => SharedTokenClients.Differences;

    public static TheoryData<string> Protections => [.. Names];

    private static string[] Names => ["AES-GCM", "AES-CBC and HMAC"];

    [Fact]
    public async Task Planted_token_and_user_pool_do_not_reach_the_service()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var cache = new RecordingCache { Everything = Unprotected("head.eyJzY29wZWRfdXNlcnBvb2xfaWQiOiJhdHRhY2tlciJ9.signature", "253402300799000", "253402300799000") };
        var client = tenant.CreateManagementClient(options => (options.AuthorizationMethod, options.DistributedCache) = (ManagementAuthorizationMethod.ManagementToken, cache));

        await client.ListUsersAsync(new());

        Assert.DoesNotContain(tenant.Requests, request => request.Headers.Values.Any(value => value.Contains("attacker", StringComparison.Ordinal) || value.EndsWith(".signature", StringComparison.Ordinal)));
        Assert.Equal(["/api/v3/get-management-token", "/api/v3/list-users"], tenant.Requests.Select(request => request.Path));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task Entry_of_a_client_that_differs_in_one_setting_is_ignored(string setting, Action<ManagementClientOptions> change)
    {
        foreach (var protection in Names.Select(SharedTokenClients.Protection))
        {
            _clients.Cache.Everything = null;
            await _clients.CacheOf(protection, change).WriteAsync(Token);
            _clients.Cache.Everything = _clients.Cache.Stored;

            Assert.True(await _clients.CacheOf(protection).ReadAsync() is null, setting);
            Assert.Equal("token", (await _clients.CacheOf(protection, change).ReadAsync())?.Value);
        }
    }

    [Fact]
    public async Task Entry_of_the_other_form_of_protection_is_ignored()
    {
        var (gcm, cbc) = (_clients.CacheOf(new AesGcmProtection()), _clients.CacheOf(new AesCbcHmacProtection()));
        await gcm.WriteAsync(Token);
        var ofGcm = _clients.Cache.Stored;
        await cbc.WriteAsync(Token);
        var ofCbc = _clients.Cache.Stored;

        Assert.Equal(2, _clients.Cache.Keys.Distinct().Count());
        _clients.Cache.Everything = ofGcm;
        Assert.Null(await cbc.ReadAsync());
        _clients.Cache.Everything = ofCbc;
        Assert.Null(await gcm.ReadAsync());
    }

    [Theory]
    [MemberData(nameof(Protections))]
    public void Entry_that_was_changed_in_any_way_is_ignored(string name)
    {
        var protection = SharedTokenClients.Protection(name);
        var keys = _clients.KeysOf(protection.Format);
        var content = Encoding.UTF8.GetBytes("content of the entry");
        var entry = protection.Protect(content, keys);

        Assert.Equal(content, protection.Unprotect(entry, keys));
        for (var place = 0; place < entry.Length; place++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                byte[] changed = [.. entry];
                changed[place] ^= (byte)(1 << bit);
                Assert.Null(protection.Unprotect(changed, keys));
            }

            Assert.Null(protection.Unprotect(entry[..place], keys));
        }

        Gen.Select(Gen.Int[0, entry.Length], Gen.Int[0, entry.Length], Gen.Byte.Array[0, 40]).Sample(
            (start, end, inserted) =>
            {
                byte[] changed = [.. entry[..Math.Min(start, end)], .. inserted, .. entry[Math.Max(start, end)..]];
                return changed.AsSpan().SequenceEqual(entry) || protection.Unprotect(changed, keys) is null;
            },
            iter: 2_000);
        Gen.Byte.Array[0, 200].Sample(bytes => protection.Unprotect(bytes, keys) is null, iter: 2_000);
        Gen.Byte.Array[0, 200].Sample(bytes => protection.Unprotect([protection.Format, .. bytes], keys) is null, iter: 2_000);
    }

    [Theory]
    [MemberData(nameof(Protections))]
    public void Content_of_any_length_comes_back(string name)
    {
        var protection = SharedTokenClients.Protection(name);
        var keys = _clients.KeysOf(protection.Format);

        Gen.Byte.Array[0, 100].Sample(content => protection.Unprotect(protection.Protect(content, keys), keys)!.SequenceEqual(content), iter: 1_000);
    }

    [Theory]
    [MemberData(nameof(Protections))]
    public void Keys_are_those_of_HKDF(string name)
    {
        var keys = _clients.KeysOf(SharedTokenClients.Protection(name).Format, options => options.TenantId = "tenant");
        byte[] Expected(string purpose) => HKDF.DeriveKey(
            HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(ManagementClients.Secret), 32, Encoding.ASCII.GetBytes("GenAuth management token cache"), [.. Encoding.ASCII.GetBytes(purpose), 0, .. keys.Binding]);

        Assert.Equal(Expected("encryption"), keys.EncryptionKey);
        Assert.Equal(Expected("authentication"), keys.AuthenticationKey);
        Assert.Equal("genauth:management-token:" + Convert.ToHexStringLower(Expected("name")), keys.EntryName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("1767256200000\n1767263400000\n")]
    [InlineData("1767256200000\n1767263400000\na\u0001b")]
    [InlineData("1767256200000\n1767263400000\na b")]
    [InlineData("1767256200000\n1767263400000\ntoken\ntoken")]
    [InlineData("1767256200000\n1767263400000")]
    [InlineData("-1\n1767263400000\ntoken")]
    [InlineData("1767256200000\n99999999999999999999\ntoken")]
    [InlineData("1767256200000\n9223372036854775807\ntoken")]
    [InlineData("253402300799999\n253402300799999\ntoken")]
    public async Task Authentic_entry_with_unknown_content_is_ignored_and_logged(string content)
    {
        using var log = new TelemetryRecorder();
        var rejected = await ReadAsync(content, log);

        Assert.Null(rejected);
        Assert.Equal("The management token in the distributed cache is ignored: Malformed", log.Entry(15).Text);
    }

    [Theory]
    [InlineData(0, 7200, null)]
    [InlineData(-7199, 1, null)]
    [InlineData(-7200, 0, "Expired")]
    [InlineData(300, 7500, null)]
    [InlineData(301, 7501, "IssuedInTheFuture")]
    [InlineData(2_000_000_000, 2_000_007_200, "IssuedInTheFuture")]
    [InlineData(-86_400, 2_000_000_000, "Expired")]
    public async Task Lifetime_of_an_authentic_entry_is_checked(long issued, long expiry, string? rejection)
    {
        using var log = new TelemetryRecorder();
        var token = await ReadAsync($"{Milliseconds(issued)}\n{Milliseconds(expiry)}\ntoken", log);

        Assert.Equal(rejection is null, token is not null);
        Assert.Equal(rejection is null ? [] : [$"The management token in the distributed cache is ignored: {rejection}"], log.Log.Select(entry => entry.Text));
    }

    [Theory]
    [InlineData(7200, 600, 600)]
    [InlineData(600, 7200, 600)]
    [InlineData(2_000_000, 2_000_000, 86_400)]
    public async Task Shared_life_ends_with_the_claim_exp_and_after_a_day(int life, int exp, int shared)
    {
        var token = TokenWith($$"""{"exp":{{(SharedTokenClients.Start + TimeSpan.FromSeconds(exp)).ToUnixTimeSeconds()}}}""");
        await _clients.CacheOf(new AesGcmProtection()).WriteAsync(new ManagementToken(token, SharedTokenClients.Start, SharedTokenClients.Start.AddSeconds(life)));

        Assert.Equal(TimeSpan.FromSeconds(shared), Assert.Single(_clients.Cache.Lives));
        Assert.Equal(SharedTokenClients.Start.AddSeconds(shared), (await _clients.CacheOf(new AesGcmProtection()).ReadAsync())!.Expiry);
        _clients.Clock.Advance(TimeSpan.FromSeconds(shared));
        _clients.Cache.Everything = _clients.Cache.Stored;
        Assert.Null(await _clients.CacheOf(new AesGcmProtection()).ReadAsync());
    }

    [Fact]
    public async Task Token_whose_claim_exp_has_passed_is_not_shared()
    {
        await _clients.CacheOf(new AesGcmProtection()).WriteAsync(
            new ManagementToken(TokenWith("""{"exp":1}"""), SharedTokenClients.Start, SharedTokenClients.Start.AddHours(2)));

        Assert.Empty(_clients.Cache.Keys);
    }

    [Fact]
    public async Task Ignored_entry_is_logged_without_its_content_and_replaced()
    {
        using var log = new TelemetryRecorder();
        _clients.Cache.Everything = Unprotected("canary-token", "1", "1");
        var client = _clients.Client(options => options.LoggerFactory = log);

        await client.CallAsync();

        var entry = log.Entry(15);
        Assert.Equal(("CachedTokenIgnored", "GenAuth.ManagementClient"), (entry.Id.Name, entry.Category));
        Assert.Equal("The management token in the distributed cache is ignored: NotAuthentic", entry.Text);
        Assert.All(
            ["canary", ManagementClients.Secret, "key-of-the-pool", _clients.Cache.Keys[0]],
            text => Assert.DoesNotContain(text, log.Everything, StringComparison.Ordinal));
        Assert.Equal(["token-1"], _clients.Service.TokensUsed);
        Assert.NotEmpty(_clients.Cache.Stored);
    }

    [Theory]
    [InlineData(false, "InvalidOperationException")]
    [InlineData(true, "TimeoutException")]
    public async Task Failing_cache_is_logged_by_the_kind_of_the_failure(bool hangs, string kind)
    {
        using var log = new TelemetryRecorder();
        (_clients.Cache.Hangs, _clients.Cache.Failure) = (hangs, hangs ? null : new InvalidOperationException("password=canary"));
        var call = _clients.Client(options => options.LoggerFactory = log).CallAsync();
        for (var use = 0; hangs && use < 2; use++)
        {
            await _clients.Cache.Used.WaitAsync();
            _clients.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        await call;

        Assert.Equal(
            [
                $"The distributed cache failed to read the management token: {kind}. The client continues without the cache",
                $"The distributed cache failed to write the management token: {kind}. The client continues without the cache",
            ],
            log.Log.Where(entry => entry.Id.Id == 16).Select(entry => entry.Text));
        Assert.DoesNotContain("canary", log.Everything, StringComparison.Ordinal);
    }

    /// <summary>The format of versions without protection: plain text with an unkeyed checksum.</summary>
    private static byte[] Unprotected(string token, string expiry, string renewal)
    {
        var text = string.Join('\n', expiry, renewal, token);
        return Encoding.UTF8.GetBytes(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "\n" + text);
    }

    private static string TokenWith(string claims) => $"head.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.signature";

    private static string Milliseconds(long seconds) => (SharedTokenClients.Start + TimeSpan.FromSeconds(seconds)).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads an entry with this content that a client with the same access key wrote.</summary>
    private Task<ManagementToken?> ReadAsync(string content, TelemetryRecorder log)
    {
        var protection = new AesGcmProtection();
        _clients.Cache.Everything = protection.Protect(Encoding.UTF8.GetBytes(content), _clients.KeysOf(protection.Format));
        return _clients.CacheOf(protection, options => options.LoggerFactory = log).ReadAsync();
    }
}
