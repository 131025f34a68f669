using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service;

/// <summary>A 2,048-bit RSA key pair. It is created on first use, because this takes noticeable time.</summary>
internal sealed class SigningKey : IDisposable
{
    private const int KeyBits = 2048;

    // RSA is not documented as thread-safe.
    private readonly object _lock = new();
    private RSA? _rsa;
    private bool _disposed;

    /// <summary>The hash of the public key.</summary>
    public string Id
    {
        get
        {
            lock (_lock)
            {
                return WebEncoders.Base64UrlEncode(SHA256.HashData(GetKeyPair().ExportSubjectPublicKeyInfo()));
            }
        }
    }

    /// <summary>Creates the PKCS#1 v1.5 signature of a text in UTF-8.</summary>
    public byte[] Sign(string text, HashAlgorithmName hash)
    {
        lock (_lock)
        {
            return GetKeyPair().SignData(Encoding.UTF8.GetBytes(text), hash, RSASignaturePadding.Pkcs1);
        }
    }

    /// <summary>Creates an object with the public key, which the caller must dispose.</summary>
    public RSA CreatePublicKey()
    {
        lock (_lock)
        {
            return RSA.Create(GetKeyPair().ExportParameters(includePrivateParameters: false));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _rsa?.Dispose();
        }
    }

    private RSA GetKeyPair()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(GenAuthTenant));
        return _rsa ??= RSA.Create(KeyBits);
    }
}
