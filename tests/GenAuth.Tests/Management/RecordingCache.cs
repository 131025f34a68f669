using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace GenAuth.Tests.Management;

/// <summary>A cache in memory that records its calls and fails as configured.</summary>
internal sealed class RecordingCache : IDistributedCache
{
    private readonly MemoryDistributedCache _entries = new(Options.Create(new MemoryDistributedCacheOptions()));

    public Exception? Failure { get; set; }

    public bool Hangs { get; set; }

    /// <summary>Blocks before it returns its task, until this is set.</summary>
    public ManualResetEventSlim? Blocks { get; set; }

    /// <summary>Counts the uses of a cache that hangs.</summary>
    public SemaphoreSlim Used { get; } = new(0);

    /// <summary>The entries by key.</summary>
    public byte[]? Everything { get; set; }

    public List<string> Keys { get; } = [];

    public List<TimeSpan?> Lives { get; } = [];

    /// <summary>The last stored entry.</summary>
    public byte[] Stored { get; private set; } = [];

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) =>
        Failure is not null ? throw Failure
        : Blocks is not null ? Block()
        : Hangs ? HangAsync()
        : Everything is not null ? Task.FromResult<byte[]?>(Everything)
        : _entries.GetAsync(key, token);

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        if (Failure is not null)
        {
            return Task.FromException(Failure);
        }

        if (Blocks is not null)
        {
            return Block();
        }

        if (Hangs)
        {
            return HangAsync();
        }

        Keys.Add(key);
        Stored = value;
        Lives.Add(options.AbsoluteExpirationRelativeToNow);
        return _entries.SetAsync(key, value, options, token);
    }

    private Task<byte[]?> Block()
    {
        Used.Release();
        Blocks!.Wait(CancellationToken.None);
        return Task.FromResult<byte[]?>(null);
    }

    private Task<byte[]?> HangAsync()
    {
        Used.Release();
        return new TaskCompletionSource<byte[]?>().Task;
    }

    public byte[]? Get(string key) => throw new NotSupportedException("A call must not block.");

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException("A call must not block.");

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();
}
