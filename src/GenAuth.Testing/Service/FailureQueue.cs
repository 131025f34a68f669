namespace GenAuth.Testing.Service;

/// <summary>The pending failures that tests have requested, in order.</summary>
internal sealed class FailureQueue
{
    private readonly object _lock = new();
    private readonly List<(string? Path, TenantResponse Response)> _pending = [];

    public void Add(string? path, TenantResponse response)
    {
        lock (_lock)
        {
            _pending.Add((path, response));
        }
    }

    /// <summary>Removes and returns the first failure for this path or for any path.</summary>
    public TenantResponse? Take(string path)
    {
        lock (_lock)
        {
            var index = _pending.FindIndex(failure => failure.Path is null || failure.Path == path);
            if (index < 0)
            {
                return null;
            }

            var response = _pending[index].Response;
            _pending.RemoveAt(index);
            return response;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _pending.Clear();
        }
    }
}
