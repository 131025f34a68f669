using System.Text;
using GenAuth.Diagnostics;
using GenAuth.Settings;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace GenAuth.Authorization.Token;

/// <summary>
/// The management token in a cache that replicas share. The cache is not trusted: an entry counts only if a client with the same
/// access key wrote it. A cache that fails or hangs costs a token of the client's own, not the call.
/// </summary>
internal sealed class SharedTokenCache
{
    private static readonly TimeSpan CacheTimeout = TimeSpan.FromSeconds(2);

    private readonly IDistributedCache _cache;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger? _logger;
    private readonly ITokenProtection _protection;
    private readonly SharedTokenKeys _keys;

    public SharedTokenCache(IDistributedCache cache, ManagementSettings settings, AccessKey key, ITokenProtection protection)
    {
        _cache = cache;
        _timeProvider = settings.TimeProvider;
        _logger = settings.Transport.Telemetry.Logger;
        _protection = protection;
        _keys = SharedTokenKeys.Derive(settings, key, protection.Format);
    }

    /// <summary>The cache of a client for an access key, or <see langword="null"/> when it has none.</summary>
    public static SharedTokenCache? Create(ManagementSettings settings, AccessKey key) =>
        settings.DistributedCache is { } cache ? new(cache, settings, key, CreateProtection()) : null;

    /// <summary>The cached token, or <see langword="null"/> when there is none that may be used.</summary>
    public async Task<ManagementToken?> ReadAsync()
    {
        var entry = await TryAsync("read", cancellationToken => _cache.GetAsync(_keys.EntryName, cancellationToken)).ConfigureAwait(false);
        if (entry is null)
        {
            return null;
        }

        var token = Read(entry, out var rejection);
        if (token is null && _logger is not null)
        {
            CallLog.CachedTokenIgnored(_logger, rejection.ToString());
        }

        return token;
    }

    public async Task WriteAsync(ManagementToken token)
    {
        var entry = SharedTokenEntry.Create(token);
        var life = entry.Expiry - _timeProvider.GetUtcNow();
        if (life <= TimeSpan.Zero)
        {
            return;
        }

        // The cache's clock may differ from this one, so the entry gets a relative lifetime.
        var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = life };
        var bytes = _protection.Protect(Encoding.UTF8.GetBytes(entry.ToText()), _keys);
        await TryAsync(
            "write",
            async cancellationToken =>
            {
                await _cache.SetAsync(_keys.EntryName, bytes, options, cancellationToken).ConfigureAwait(false);
                return null;
            }).ConfigureAwait(false);
    }

    /// <summary>AES-GCM where the platform has it; AES-CBC with HMAC on netstandard2.0 and, for example, in a browser.</summary>
    private static ITokenProtection CreateProtection() =>
#if NET
        System.Security.Cryptography.AesGcm.IsSupported ? new AesGcmProtection() : new AesCbcHmacProtection();
#else
        new AesCbcHmacProtection();
#endif

    private ManagementToken? Read(byte[] bytes, out SharedTokenRejection rejection)
    {
        if (_protection.Unprotect(bytes, _keys) is not { } text)
        {
            rejection = SharedTokenRejection.NotAuthentic;
            return null;
        }

        if (SharedTokenEntry.Parse(Encoding.UTF8.GetString(text)) is not { } entry)
        {
            rejection = SharedTokenRejection.Malformed;
            return null;
        }

        return entry.IsUsable(_timeProvider.GetUtcNow(), out rejection) ? entry.ToToken() : null;
    }

    private async Task<byte[]?> TryAsync(string operation, Func<CancellationToken, Task<byte[]?>> use)
    {
#if NETSTANDARD2_0
        using var timeout = _timeProvider.CreateCancellationTokenSource(CacheTimeout);
#else
        using var timeout = new CancellationTokenSource(CacheTimeout, _timeProvider);
#endif
        try
        {
            // On a pool thread, because a cache may also block before it returns its task.
            var token = timeout.Token;
            return await Waiting.ForAsync(Task.Run(() => use(token), CancellationToken.None), token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Every cache has exceptions of its own, and none of them is a reason to fail a call. The type alone is logged: the
            // message may hold a connection string.
            if (_logger is not null)
            {
                CallLog.TokenCacheFailed(_logger, operation, timeout.IsCancellationRequested ? nameof(TimeoutException) : exception.GetType().Name);
            }

            return null;
        }
    }
}
