using Microsoft.Extensions.Caching.Distributed;

namespace GenAuth.ContractTests.Management.Restart;

/// <summary>A cache that processes share. Its writes are not atomic: an entry is a file that is written in two halves.</summary>
internal sealed class FolderCache(string folder, bool stopsWriting) : IDistributedCache
{
    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await using var file = new FileStream(PathOf(key), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        await file.WriteAsync(value.AsMemory(0, value.Length - 3), token);
        await file.FlushAsync(token);
        if (stopsWriting)
        {
            await Console.Out.WriteLineAsync(TokenProgram.HalfWritten);
            Thread.Sleep(Timeout.Infinite);
        }

        await file.WriteAsync(value.AsMemory(value.Length - 3), token);
    }

    public byte[]? Get(string key) => File.Exists(PathOf(key)) ? File.ReadAllBytes(PathOf(key)) : null;

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    private string PathOf(string key) => Path.Combine(folder, Uri.EscapeDataString(key));
}
