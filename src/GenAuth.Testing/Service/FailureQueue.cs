namespace GenAuth.Testing.Service;

/// <summary>The pending failures that tests have requested, in order.</summary>
internal sealed class FailureQueue
{
    private readonly object _lock = new();
    private readonly List<(string? Path, Func<GenAuthTenantRequest, TenantResponse> Respond)> _pending = [];

    public void Add(string? path, Func<GenAuthTenantRequest, TenantResponse> respond)
    {
        lock (_lock)
        {
            _pending.Add((path, respond));
        }
    }

    /// <summary>Removes and returns the first failure for this path or for any path.</summary>
    public Func<GenAuthTenantRequest, TenantResponse>? Take(string path)
    {
        lock (_lock)
        {
            var index = _pending.FindIndex(failure => failure.Path is null || failure.Path == path);
            if (index < 0)
            {
                return null;
            }

            var respond = _pending[index].Respond;
            _pending.RemoveAt(index);
            return respond;
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
