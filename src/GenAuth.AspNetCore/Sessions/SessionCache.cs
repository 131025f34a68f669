using System.Buffers.Binary;
using System.Security.Cryptography;
using GenAuth.AspNetCore.Telemetry;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Sessions;

/// <summary>
/// The sessions in the distributed cache, encrypted. A session is two entries. Claims and tokens change when tokens are renewed, the
/// lifetime when a session is used. So a request that prolongs a session cannot overwrite tokens that another request has renewed, and
/// a renewal cannot bring back a session that was removed.
/// </summary>
/// <param name="cache">The cache, which all replicas share.</param>
/// <param name="protection">Encrypts the entries. All replicas must have the same keys, as for cookies.</param>
/// <param name="scheme">The application's scheme.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class SessionCache(IDistributedCache cache, IDataProtectionProvider protection, string scheme, TimeProvider time, ILogger logger)
{
    private const int LifetimeBytes = 2 * sizeof(long);

    /// <summary>The session, or <see langword="null"/> if there is none with this key.</summary>
    public async Task<Session?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var (content, lifetime) = (ReadAsync(key, "content", cancellationToken), ReadAsync(key, "lifetime", cancellationToken));
        await Task.WhenAll(content, lifetime).ConfigureAwait(false);
        if (await content.ConfigureAwait(false) is not { } bytes || TicketSerializer.Default.Deserialize(bytes) is not { } ticket
            || await lifetime.ConfigureAwait(false) is not { Length: LifetimeBytes } times)
        {
            return null;
        }

        ticket.Properties.IssuedUtc = new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(times), TimeSpan.Zero);
        ticket.Properties.ExpiresUtc = new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(times.AsSpan(sizeof(long))), TimeSpan.Zero);
        return new Session(key, ticket, bytes);
    }

    /// <summary>Adds a session.</summary>
    public async Task AddAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        // The content first: a session exists when its lifetime does.
        await WriteContentAsync(key, ticket, cancellationToken).ConfigureAwait(false);
        await WriteLifetimeAsync(key, ticket.Properties, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replaces claims and tokens.</summary>
    public Task WriteContentAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        // Each read prolongs the entry, so that it lives at least as long as the lifetime's.
        var (start, end) = GetLifetime(ticket.Properties);
        return WriteAsync(key, "content", TicketSerializer.Default.Serialize(ticket), new() { SlidingExpiration = end - start }, cancellationToken);
    }

    /// <summary>Replaces the lifetime.</summary>
    public Task WriteLifetimeAsync(string key, AuthenticationProperties properties, CancellationToken cancellationToken)
    {
        var (start, end) = GetLifetime(properties);
        if (end <= time.GetUtcNow())
        {
            return RemoveAsync(key, cancellationToken);
        }

        var times = new byte[LifetimeBytes];
        BinaryPrimitives.WriteInt64LittleEndian(times, start.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(times.AsSpan(sizeof(long)), end.UtcTicks);
        return WriteAsync(key, "lifetime", times, new() { AbsoluteExpirationRelativeToNow = end - time.GetUtcNow() }, cancellationToken);
    }

    /// <summary>Removes a session; no effect if there is none.</summary>
    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        await cache.RemoveAsync(GetName(key, "lifetime"), cancellationToken).ConfigureAwait(false);
        await cache.RemoveAsync(GetName(key, "content"), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The name of the entry that locks a session.</summary>
    public string GetLockName(string key) => GetName(key, "lock");

    private static (DateTimeOffset Start, DateTimeOffset End) GetLifetime(AuthenticationProperties properties) => properties is { IssuedUtc: { } start, ExpiresUtc: { } end } && start < end
        ? (start, end)
        : throw new InvalidOperationException("The ticket of a session has no lifetime. The cookie handler sets it.");

    private async Task<byte[]?> ReadAsync(string key, string part, CancellationToken cancellationToken)
    {
        if (await cache.GetAsync(GetName(key, part), cancellationToken).ConfigureAwait(false) is not { } entry)
        {
            return null;
        }

        try
        {
            return CreateProtector(key, part).Unprotect(entry);
        }
        catch (CryptographicException exception)
        {
            WebAppLog.SessionIgnored(logger, scheme, exception.GetType().Name);
            return null;
        }
    }

    private Task WriteAsync(string key, string part, byte[] content, DistributedCacheEntryOptions options, CancellationToken cancellationToken) =>
        cache.SetAsync(GetName(key, part), CreateProtector(key, part).Protect(content), options, cancellationToken);

    /// <summary>An entry can be read only for the session and the part that it was written for.</summary>
    private IDataProtector CreateProtector(string key, string part) => protection.CreateProtector("GenAuth.AspNetCore.Sessions", scheme, key, part);

    private string GetName(string key, string part) => $"genauth:session:{scheme}:{key}:{part}";
}
