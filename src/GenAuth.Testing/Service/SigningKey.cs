using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
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

    /// <summary>The JWK thumbprint of the public key (RFC 7638).</summary>
    public string Id
    {
        get
        {
            var (modulus, exponent) = GetPublicKey();
            return WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"e":"{{exponent}}","kty":"RSA","n":"{{modulus}}"}""")));
        }
    }

    /// <summary>The public key as a JSON Web Key.</summary>
    public JsonObject ToJson()
    {
        var (modulus, exponent) = GetPublicKey();
        return new() { ["kty"] = "RSA", ["e"] = exponent, ["n"] = modulus, ["use"] = "sig", ["alg"] = "RS256", ["kid"] = Id };
    }

    /// <summary>Creates the PKCS#1 v1.5 signature of a text in UTF-8.</summary>
    public byte[] Sign(string text, HashAlgorithmName hash)
    {
        lock (_lock)
        {
            return GetKeyPair().SignData(Encoding.UTF8.GetBytes(text), hash, RSASignaturePadding.Pkcs1);
        }
    }

    /// <summary>Checks a signature with SHA-256.</summary>
    public bool Verify(string text, byte[] signature)
    {
        lock (_lock)
        {
            return GetKeyPair().VerifyData(Encoding.UTF8.GetBytes(text), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
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

    private (string Modulus, string Exponent) GetPublicKey()
    {
        lock (_lock)
        {
            var key = GetKeyPair().ExportParameters(includePrivateParameters: false);
            return (WebEncoders.Base64UrlEncode(key.Modulus!), WebEncoders.Base64UrlEncode(key.Exponent!));
        }
    }

    private RSA GetKeyPair()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(GenAuthTenant));
        return _rsa ??= RSA.Create(KeyBits);
    }
}
