using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GenAuth.Http;
using Microsoft.Extensions.Caching.Distributed;

namespace GenAuth.Management;

/// <summary>
/// The token in a cache that replicas share. The cache is a convenience: where it fails, hangs or holds something else, every
/// replica gets a token of its own.
/// </summary>
internal sealed class SharedToken(IDistributedCache? cache, string key, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A key by which only clients of the same host, edition, access key and tenant meet.</summary>
    public static string KeyOf(ManagementSettings settings)
    {
        var identity = new[] { settings.Edition.ToString(), settings.Transport.Host.AbsoluteUri, settings.AccessKeyId, settings.TenantId ?? string.Empty };
        return "genauth:management-token:" + string.Join(":", identity.Select(Uri.EscapeDataString));
    }

    public async Task<ManagementToken?> ReadAsync()
    {
        var bytes = await TryAsync(static (cache, key, _, end) => cache.GetAsync(key, end), null).ConfigureAwait(false);
        return bytes is null ? null : Parse(Encoding.UTF8.GetString(bytes));
    }

    public async Task WriteAsync(ManagementToken token)
    {
        var now = clock.GetUtcNow();

        // The cache's clock may not be this one, so it is told the time that is left.
        if (token.Expiry > now)
        {
            var text = string.Join("\n", Milliseconds(token.Expiry), Milliseconds(token.Renewal), token.Value);
            await TryAsync(
                static async (cache, key, entry, end) =>
                {
                    await cache.SetAsync(key, entry!.Value.Bytes, entry.Value.Options, end).ConfigureAwait(false);
                    return null;
                },
                (Encoding.UTF8.GetBytes(Checksum(text) + "\n" + text), new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = token.Expiry - now })).ConfigureAwait(false);
        }
    }

    private async Task<byte[]?> TryAsync(
        Func<IDistributedCache, string, (byte[] Bytes, DistributedCacheEntryOptions Options)?, CancellationToken, Task<byte[]?>> use,
        (byte[] Bytes, DistributedCacheEntryOptions Options)? entry)
    {
        if (cache is null)
        {
            return null;
        }

#if NETSTANDARD2_0
        using var end = clock.CreateCancellationTokenSource(Patience);
#else
        using var end = new CancellationTokenSource(Patience, clock);
#endif
        try
        {
            // On a thread of its own, because a cache may also hang before it gives its task back.
            var token = end.Token;
            return await Waiting.ForAsync(Task.Run(() => use(cache, key, entry, token), CancellationToken.None), token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Every cache has exceptions of its own, and none of them is a reason to refuse a call.
            return null;
        }
    }

    private static ManagementToken? Parse(string entry)
    {
        var parts = entry.Split('\n');
        return parts.Length == 4 && parts[0] == Checksum(string.Join("\n", parts.Skip(1)))
            && Time(parts[1]) is { } expiry && Time(parts[2]) is { } renewal && HeaderText.TokenProblem(parts[3], string.Empty) is null
            ? new ManagementToken(parts[3], expiry, renewal)
            : null;
    }

    /// <summary>Tells an entry that was cut off, as by a writer that was killed, from a shorter token.</summary>
    private static string Checksum(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#if NET
        return Convert.ToBase64String(SHA256.HashData(bytes));
#else
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(bytes));
#endif
    }

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(string milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : null;
}
