namespace GenAuth;

/// <summary>Provides the access key of a <see cref="ManagementClient"/>, for keys that are rotated while the program runs.</summary>
/// <remarks>
/// <para>
/// It is called for every signed request, and with <see cref="ManagementAuthorizationMethod.ManagementToken"/> for every token, by several
/// threads at once. It caches the key itself; the client caches none.
/// </para>
/// <para>
/// When the service refuses a request or a token exchange as unauthorized, it is called once more: if it returns another key, the request
/// is sent once more with that key.
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
