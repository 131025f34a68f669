namespace GenAuth.Tests.Credentials;

/// <summary>A provider that returns the access keys of the test and counts its calls.</summary>
internal sealed class KeyProvider(Func<int, CancellationToken, ValueTask<AccessKey>> get) : IAccessKeyProvider
{
    private int _calls;

    /// <summary>A provider of the keys with these IDs, one after the other; the last one from then on.</summary>
    public KeyProvider(params string[] ids)
        : this((call, _) => new(Key(ids[Math.Min(call, ids.Length) - 1])))
    {
    }

    public int Calls => _calls;

    public static AccessKey Key(string id) => new(id, "secret-of-" + id);

    public ValueTask<AccessKey> GetAccessKeyAsync(CancellationToken cancellationToken) => get(Interlocked.Increment(ref _calls), cancellationToken);
}
