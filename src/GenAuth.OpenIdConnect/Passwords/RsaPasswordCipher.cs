using System.Security.Cryptography;
using System.Text;
using GenAuth.OpenIdConnect.Passwords;

namespace GenAuth.OpenIdConnect;

/// <summary>Encrypts passwords with RSA and the padding of PKCS #1 version 1.5, which the service expects, as Base64.</summary>
public sealed class RsaPasswordCipher : IPasswordCipher
{
    /// <summary>The bytes that the padding needs.</summary>
    private const int PaddingBytes = 11;

    /// <inheritdoc/>
    public string EncryptType => "rsa";

    /// <inheritdoc/>
    public string Encrypt(string password, string publicKey)
    {
        Throw.IfNull(password, nameof(password));
        Throw.IfNull(publicKey, nameof(publicKey));
        var bytes = Encoding.UTF8.GetBytes(password);
        using var rsa = RSA.Create();
        rsa.ImportParameters(RsaPublicKey.Parse(publicKey)
            ?? throw new ArgumentException("publicKey is not an RSA public key. Pass the key that the service publishes at /api/v3/system.", nameof(publicKey)));
        var limit = (rsa.KeySize / 8) - PaddingBytes;
        return bytes.Length <= limit
            ? Convert.ToBase64String(rsa.Encrypt(bytes, RSAEncryptionPadding.Pkcs1))
            : throw new ArgumentException(FormattableString.Invariant($"The password has more than the {limit} bytes that the key can encrypt. Use a shorter one."), nameof(password));
    }
}
