namespace GenAuth;

/// <summary>
/// A request was not sent, because an <see cref="IAccessKeyProvider"/> or <see cref="IClientSecretProvider"/> threw an exception or
/// returned an invalid value. The inner exception is the provider's; its text is not part of the message.
/// </summary>
public sealed class GenAuthCredentialException : GenAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="provider">The full name of the provider's type.</param>
    /// <param name="problem">A sentence that says what the provider did, without a credential.</param>
    /// <param name="innerException">What the provider threw.</param>
    public GenAuthCredentialException(string operation, string provider, string problem, Exception? innerException = null)
        : base($"{operation} could not be authorized: {provider} {problem}", operation, innerException) => Provider = provider;

    /// <summary>The full name of the provider's type.</summary>
    public string Provider { get; }
}
