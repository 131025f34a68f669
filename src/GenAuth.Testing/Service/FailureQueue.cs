namespace GenAuth.Testing.Service;

/// <summary>Failures that tests asked for and no request has met yet, in the order they were asked for.</summary>
internal sealed class FailureQueue
{
    private readonly object _lock = new();
    private readonly List<(string? Path, TenantAnswer Answer)> _waiting = [];

    public void Add(string? path, TenantAnswer answer)
    {
        lock (_lock)
        {
            _waiting.Add((path, answer));
        }
    }

    /// <summary>The first failure that waits for this path or for any, which is used up by that.</summary>
    public TenantAnswer? Take(string path)
    {
        lock (_lock)
        {
            var index = _waiting.FindIndex(failure => failure.Path is null || failure.Path == path);
            if (index < 0)
            {
                return null;
            }

            var answer = _waiting[index].Answer;
            _waiting.RemoveAt(index);
            return answer;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
        }
    }
}
