namespace GenAuth.OpenIdConnect;

/// <summary>
/// Encrypts passwords for the service. <see cref="RsaPasswordCipher"/> needs nothing but the platform; the package GenAuth.Sm2 has a
/// cipher for SM2.
/// </summary>
public interface IPasswordCipher
{
    /// <summary>The value of <c>passwordEncryptType</c> that tells the service the cipher: <c>rsa</c> or <c>sm2</c>.</summary>
    string EncryptType { get; }

    /// <summary>Encrypts a password. Two calls with the same password return different texts.</summary>
    /// <param name="password">The password.</param>
    /// <param name="publicKey">The key that the service publishes for the cipher.</param>
    /// <returns>The text to send in place of the password.</returns>
    /// <exception cref="ArgumentException">The key is not one of the cipher, or the password is too long for it.</exception>
    string Encrypt(string password, string publicKey);
}
