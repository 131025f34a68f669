using System.ComponentModel;
using Microsoft.Extensions.Caching.Hybrid;

namespace GenAuth.AspNetCore.Caching;

/// <summary>
/// Caches decisions about access for seconds, in the memory of this process. A distributed cache is not used: who can write to it could
/// grant access. Callers with the same key share one request to the service, and a failure is never cached.
/// </summary>
/// <param name="cache">The application's cache.</param>
/// <param name="time">The clock that decides when a decision ends.</param>
internal sealed class DecisionCache(HybridCache cache, TimeProvider time)
{
    private HybridCacheEntryOptions _options = new();

    /// <summary>The cached decision, or a new one.</summary>
    /// <param name="key">Everything that the decision depends on.</param>
    /// <param name="duration">How long a decision is used; zero for never.</param>
    /// <param name="state">Passed to <paramref name="decide"/>.</param>
    /// <param name="decide">Decides. Its exceptions are thrown to all callers that wait for it.</param>
    /// <param name="cancellationToken">Cancels the call. The decision is canceled with the last call that waits for it.</param>
    public async ValueTask<T> GetAsync<TState, T>(
        string key, TimeSpan duration, TState state, Func<TState, CancellationToken, Task<T>> decide, CancellationToken cancellationToken)
    {
        if (duration <= TimeSpan.Zero)
        {
            return await decide(state, cancellationToken).ConfigureAwait(false);
        }

        while (true)
        {
            var decision = await cache.GetOrCreateAsync(
                key,
                (State: state, Decide: decide, Time: time, Duration: duration),
                static async (call, token) => new Decision<T>(await call.Decide(call.State, token).ConfigureAwait(false), call.Time.GetUtcNow() + call.Duration),
                GetOptions(duration),
                null,
                cancellationToken).ConfigureAwait(false);

            // The cache has a clock of its own, and an application may have replaced it by one with other rules.
            if (time.GetUtcNow() < decision.End)
            {
                return decision.Value;
            }

            await cache.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The options of the last call, because nearly all calls have the same duration.</summary>
    private HybridCacheEntryOptions GetOptions(TimeSpan duration)
    {
        var options = _options;
        if (options.Expiration != duration)
        {
            _options = options = new() { Expiration = duration, LocalCacheExpiration = duration, Flags = HybridCacheEntryFlags.DisableDistributedCache };
        }

        return options;
    }

    /// <summary>Immutable, so that the cache returns the same object without serializing it.</summary>
    [ImmutableObject(true)]
    private sealed record Decision<T>(T Value, DateTimeOffset End);
}
