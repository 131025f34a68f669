using System.Collections.Concurrent;
using System.Security.Cryptography;
using GenAuth.AspNetCore.Telemetry;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Sessions;

/// <summary>
/// A lock between the requests of a process and between replicas. A distributed cache can only read and write, so the replicas use
/// Fischer's algorithm: read that the lock is free, write the own ID, wait, and enter if the ID is still there. It excludes others
/// if each process writes less than the delay after it has read. Each process measures that, and does not enter if it was slower; nor
/// does it remove its ID, which may stand in place of the ID of a replica that has entered.
/// </summary>
/// <remarks>
/// The guarantee: at most one replica holds the lock, if the cache has one current value for each entry and does not lose entries, and if
/// no replica holds it longer than <see cref="MaxStay"/>. A lock whose owner has crashed is free after <see cref="Lease"/>.
/// </remarks>
/// <param name="cache">The cache, which all replicas share.</param>
/// <param name="delay">The delay; the same in all replicas.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class SessionLock(IDistributedCache cache, TimeSpan delay, TimeProvider time, ILogger logger)
{
    /// <summary>The longest time that an owner may stay inside.</summary>
    public static readonly TimeSpan MaxStay = TimeSpan.FromSeconds(20);

    /// <summary>How often a waiting request looks whether the lock is free.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, byte> _held = new(StringComparer.Ordinal);

    /// <summary>Nothing outside of the process can read the platform's cache in memory.</summary>
    private readonly bool _isLocal = cache is MemoryDistributedCache;

    /// <summary>Enters if the lock is free. Returns what leaves it, or <see langword="null"/>.</summary>
    public async Task<IAsyncDisposable?> TryEnterAsync(string name, CancellationToken cancellationToken)
    {
        if (!_held.TryAdd(name, 0))
        {
            return null;
        }

        var owner = _isLocal ? null : RandomNumberGenerator.GetBytes(16);
        var entered = false;
        try
        {
            entered = owner is null || await TryWriteAsync(name, owner, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!entered)
            {
                _held.TryRemove(name, out _);
            }
        }

        return entered ? new Held(this, name, owner) : null;
    }

    private async Task<bool> TryWriteAsync(string name, byte[] owner, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        if (await cache.GetAsync(name, cancellationToken).ConfigureAwait(false) is not null)
        {
            return false;
        }

        // Not cancelled: the process has to know whether it has written.
        await cache.SetAsync(name, owner, new() { AbsoluteExpirationRelativeToNow = Lease }, CancellationToken.None).ConfigureAwait(false);
        var elapsed = time.GetElapsedTime(start);
        if (elapsed >= delay)
        {
            WebAppLog.LockTooSlow(logger, elapsed.TotalMilliseconds, delay.TotalMilliseconds);
            return false;
        }

        await Task.Delay(delay, time, CancellationToken.None).ConfigureAwait(false);
        return IsOwn(await cache.GetAsync(name, CancellationToken.None).ConfigureAwait(false), owner);
    }

    private static bool IsOwn(byte[]? entry, byte[] owner) => entry is not null && entry.AsSpan().SequenceEqual(owner);

    private async Task LeaveAsync(string name, byte[]? owner)
    {
        try
        {
            if (owner is not null && IsOwn(await cache.GetAsync(name, CancellationToken.None).ConfigureAwait(false), owner))
            {
                await cache.RemoveAsync(name, CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            _held.TryRemove(name, out _);
        }
    }

    private sealed class Held(SessionLock origin, string name, byte[]? owner) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await origin.LeaveAsync(name, owner).ConfigureAwait(false);
    }
}
