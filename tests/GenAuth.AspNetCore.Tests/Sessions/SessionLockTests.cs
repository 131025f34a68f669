using CsCheck;
using GenAuth.AspNetCore.Sessions;
using GenAuth.AspNetCore.Tests.Support;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.AspNetCore.Tests.Sessions;

public sealed class SessionLockTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Three replicas try to enter, while the operations of the cache take effect and are acknowledged in any order and after any
    /// time. Less time passes than an owner may stay inside.
    /// </summary>
    [Fact]
    public void At_most_one_replica_is_inside_however_slow_the_cache_is() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 99]).List[10, 90].Sample(
            schedule =>
            {
                // With a context continuations would run on other threads.
                SynchronizationContext.SetSynchronizationContext(null);
                var time = new FakeTimeProvider();
                var cache = new SteppedCache(time);
                var replicas = Enumerable.Range(0, 3).Select(_ => new SessionLock(cache, Delay, time, NullLogger.Instance)).ToList();
                var attempts = new Task<IAsyncDisposable?>?[replicas.Count];
                foreach (var (kind, number) in schedule)
                {
                    switch (kind)
                    {
                        case 0:
                            attempts[number % 3] ??= replicas[number % 3].TryEnterAsync("lock", CancellationToken.None);
                            if (attempts[number % 3] is { IsCompleted: true, Result: null })
                            {
                                attempts[number % 3] = null;
                            }

                            break;
                        case 1:
                            cache.Step(number);
                            break;
                        default:
                            time.Advance(Delay * (number % 20) / 100);
                            break;
                    }

                    if (attempts.Count(attempt => attempt is { IsCompletedSuccessfully: true, Result: not null }) > 1)
                    {
                        return false;
                    }
                }

                return true;
            },
            iter: 20_000);

    [Fact]
    public async Task Lock_is_free_again_when_its_owner_leaves()
    {
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        var sessionLock = new SessionLock(cache, Delay, TimeProvider.System, NullLogger.Instance);

        var first = await sessionLock.TryEnterAsync("lock", CancellationToken.None);
        Assert.NotNull(first);
        Assert.Null(await sessionLock.TryEnterAsync("lock", CancellationToken.None));
        Assert.NotNull(await sessionLock.TryEnterAsync("other", CancellationToken.None));

        await first.DisposeAsync();
        Assert.NotNull(await sessionLock.TryEnterAsync("lock", CancellationToken.None));
    }

    [Fact]
    public void Replica_that_finds_a_slow_cache_does_not_enter()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        var time = new FakeTimeProvider();
        var cache = new SteppedCache(time);
        var attempt = new SessionLock(cache, Delay, time, NullLogger.Instance).TryEnterAsync("lock", CancellationToken.None);
        cache.Step(0);
        cache.Step(0);
        time.Advance(Delay);
        cache.Step(0);
        cache.Step(0);

        Assert.True(attempt is { IsCompletedSuccessfully: true, Result: null });
        Assert.NotNull(cache.Get("lock"));
    }
}
