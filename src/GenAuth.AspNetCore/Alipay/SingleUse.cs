using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GenAuth.OpenIdConnect.SignIn;
using Microsoft.Extensions.Caching.Distributed;

namespace GenAuth.AspNetCore.Alipay;

/// <summary>
/// States and codes that are valid once. They are in the distributed cache, as hashes, so that each replica knows what another one
/// issued and used. The cache has no atomic operation: within one process a value can never be used twice; two replicas that receive it
/// at the same moment could both accept it, and then the service refuses the second use of the code.
/// </summary>
internal sealed class SingleUse(IDistributedCache cache)
{
    private static readonly byte[] Mark = [1];

    private readonly ConcurrentDictionary<string, bool> _running = new(StringComparer.Ordinal);

    /// <summary>Creates a state that <see cref="TryUseStateAsync"/> accepts once.</summary>
    public async Task<string> CreateStateAsync(TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var state = RandomText.Create();
        await cache.SetAsync(GetKey("state", state), Mark, CreateOptions(lifetime), cancellationToken).ConfigureAwait(false);
        return state;
    }

    /// <summary>Removes a state. False if it was never issued, was used already, or has expired.</summary>
    public Task<bool> TryUseStateAsync(string state, CancellationToken cancellationToken) => OnceAsync(GetKey("state", state), async key =>
    {
        if (await cache.GetAsync(key, cancellationToken).ConfigureAwait(false) is null)
        {
            return false;
        }

        await cache.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
        return true;
    });

    /// <summary>Records a code as used. False if it was used already.</summary>
    public Task<bool> TryUseCodeAsync(string code, TimeSpan memory, CancellationToken cancellationToken) => OnceAsync(GetKey("code", code), async key =>
    {
        if (await cache.GetAsync(key, cancellationToken).ConfigureAwait(false) is not null)
        {
            return false;
        }

        await cache.SetAsync(key, Mark, CreateOptions(memory), cancellationToken).ConfigureAwait(false);
        return true;
    });

    /// <summary>Runs an action for a key unless it is running for the same key: the second one is a replay.</summary>
    private async Task<bool> OnceAsync(string key, Func<string, Task<bool>> action)
    {
        if (!_running.TryAdd(key, true))
        {
            return false;
        }

        try
        {
            return await action(key).ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    private static string GetKey(string kind, string value) => $"genauth.alipay.{kind}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)))}";

    private static DistributedCacheEntryOptions CreateOptions(TimeSpan lifetime) => new() { AbsoluteExpirationRelativeToNow = lifetime };
}
