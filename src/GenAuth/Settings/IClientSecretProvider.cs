namespace GenAuth;

/// <summary>Provides the application's secret of an <see cref="AuthenticationClient"/>, for secrets that are rotated while the program runs.</summary>
/// <remarks>
/// It is called for every request that carries the secret, by several threads at once. It caches the secret itself; the client caches
/// none. A request that the service rejects is not retried: it may have used up a code. While a secret is replaced, the service has
/// to accept the old one as long as the provider returns it.
/// </remarks>
public interface IClientSecretProvider
{
    /// <summary>Returns the application's secret to use now.</summary>
    /// <param name="cancellationToken">Ends with the time limit of the call, or with the caller's cancellation.</param>
    /// <returns>
    /// The secret. <see langword="null"/>, or text that is blank or has characters that a secret never has, fails the call with a
    /// <see cref="GenAuthCredentialException"/>, as an exception does.
    /// </returns>
    ValueTask<string> GetClientSecretAsync(CancellationToken cancellationToken);
}
