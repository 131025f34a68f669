using Microsoft.Extensions.Caching.Distributed;

namespace GenAuth.AspNetCore.Tests.Support;

/// <summary>
/// A cache whose operations wait until a test lets them go on: the first step of an operation is its effect, the second its
/// acknowledgement. Continuations run within the step, so that a test is repeatable.
/// </summary>
internal sealed class SteppedCache(TimeProvider time) : IDistributedCache
{
    private readonly Dictionary<string, (byte[] Value, DateTimeOffset? End)> _entries = [];
    private readonly List<Operation> _pending = [];

    /// <summary>Lets one of the pending operations go on; no effect if there is none.</summary>
    public void Step(int number)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var operation = _pending[number % _pending.Count];
        if (!operation.IsApplied)
        {
            operation.Apply();
        }
        else
        {
            _pending.Remove(operation);
            operation.Complete();
        }
    }

    public byte[]? Get(string key) => _entries.TryGetValue(key, out var entry) && !(entry.End <= time.GetUtcNow()) ? entry.Value : null;

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => _entries[key] = (value, time.GetUtcNow() + options.AbsoluteExpirationRelativeToNow);

    public void Remove(string key) => _entries.Remove(key);

    public void Refresh(string key)
    {
    }

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Add(() => Get(key));

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => Add(() =>
    {
        Set(key, value, options);
        return null;
    });

    public Task RemoveAsync(string key, CancellationToken token = default) => Add(() =>
    {
        Remove(key);
        return null;
    });

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    private Task<byte[]?> Add(Func<byte[]?> effect)
    {
        var operation = new Operation(effect);
        _pending.Add(operation);
        return operation.Result;
    }

    private sealed class Operation(Func<byte[]?> effect)
    {
        private readonly TaskCompletionSource<byte[]?> _completion = new();
        private byte[]? _result;

        public bool IsApplied { get; private set; }

        public Task<byte[]?> Result => _completion.Task;

        public void Apply() => (_result, IsApplied) = (effect(), true);

        public void Complete() => _completion.SetResult(_result);
    }
}
