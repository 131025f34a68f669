using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service;

/// <summary>A 2,048-bit RSA key pair, made when it is first needed, because that takes a noticeable time.</summary>
internal sealed class SigningKey : IDisposable
{
    private const int KeyBits = 2048;

    // RSA objects do not promise to be safe for several threads.
    private readonly object _lock = new();
    private RSA? _rsa;
    private bool _disposed;

    /// <summary>A name for the key that depends on nothing but the key.</summary>
    public string Id
    {
        get
        {
            lock (_lock)
            {
                return WebEncoders.Base64UrlEncode(SHA256.HashData(Pair().ExportSubjectPublicKeyInfo()));
            }
        }
    }

    /// <summary>The PKCS#1 v1.5 signature of the UTF-8 bytes of a text.</summary>
    public byte[] Sign(string text, HashAlgorithmName hash)
    {
        lock (_lock)
        {
            return Pair().SignData(Encoding.UTF8.GetBytes(text), hash, RSASignaturePadding.Pkcs1);
        }
    }

    /// <summary>A new object with the public half, which the caller disposes.</summary>
    public RSA CreatePublicKey()
    {
        lock (_lock)
        {
            return RSA.Create(Pair().ExportParameters(includePrivateParameters: false));
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

    private RSA Pair()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(GenAuthTenant));
        return _rsa ??= RSA.Create(KeyBits);
    }
}
