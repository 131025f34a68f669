using System.Security.Cryptography;
using System.Text;

namespace GenAuth.OpenIdConnect.Validation;

/// <summary>The SHA-256 hash of a text.</summary>
internal static class TextHash
{
    public static byte[] Compute(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#if NETSTANDARD2_0
        using var sha256 = SHA256.Create();
        return sha256.ComputeHash(bytes);
#else
        return SHA256.HashData(bytes);
#endif
    }
}
