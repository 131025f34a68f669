namespace GenAuth;

/// <summary>An access key for management calls, as an <see cref="IAccessKeyProvider"/> returns it.</summary>
public sealed class AccessKey
{
    /// <summary>Creates an access key. Its values are checked when a client uses it.</summary>
    /// <param name="id">The key's ID: the user pool's ID, or that of an administrator's own key pair.</param>
    /// <param name="secret">The secret that belongs to <paramref name="id"/>.</param>
    /// <exception cref="ArgumentNullException">A value is <see langword="null"/>.</exception>
    public AccessKey(string id, string secret)
    {
        Throw.IfNull(id, nameof(id));
        Throw.IfNull(secret, nameof(secret));
        (Id, Secret) = (id, secret);
    }

    /// <summary>The key's ID.</summary>
    public string Id { get; }

    /// <summary>The key's secret.</summary>
    public string Secret { get; }

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => nameof(AccessKey);

    internal bool IsSame(AccessKey other) => Id == other.Id && Secret == other.Secret;
}
