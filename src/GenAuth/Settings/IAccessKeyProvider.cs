namespace GenAuth;

/// <summary>Provides the access key of a <see cref="ManagementClient"/>, for keys that are rotated while the program runs.</summary>
/// <remarks>
/// <para>
/// It is called for every signed request, and with <see cref="ManagementAuthorizationMethod.ManagementToken"/> for every token, by several
/// threads at once. It caches the key itself; the client caches none.
/// </para>
/// <para>
/// When the service refuses a request or a token exchange as unauthorized, it is called again: if it returns another key, the request
/// is retried once with that key.
/// </para>
/// </remarks>
public interface IAccessKeyProvider
{
    /// <summary>Returns the access key to use now.</summary>
    /// <param name="cancellationToken">Ends with the time limit of the attempt, or with the caller's cancellation.</param>
    /// <returns>
    /// The key. <see langword="null"/>, or an ID or a secret that is blank or has characters that a key never has, fails the call with a
    /// <see cref="GenAuthCredentialException"/>, as an exception does.
    /// </returns>
    ValueTask<AccessKey> GetAccessKeyAsync(CancellationToken cancellationToken);
}

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
