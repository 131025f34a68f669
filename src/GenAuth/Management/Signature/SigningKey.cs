using System.Security.Cryptography;
using System.Text;

namespace GenAuth.Management;

/// <summary>An access key that signs. Shows nothing of itself.</summary>
internal sealed class SigningKey(string id, string secret, Edition edition)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    public string Id { get; } = id;

    /// <summary>The word before a signature in the Authorization header.</summary>
    public string Scheme { get; } = edition == Edition.Authing ? "authing" : "GenAuth";

    public string Sign(string text)
    {
        // CA5350: the protocol knows this algorithm only; as a keyed code SHA-1 is not broken.
#pragma warning disable CA5350
#if NETSTANDARD2_0
        using var algorithm = new HMACSHA1(_secret);
        var code = algorithm.ComputeHash(Encoding.UTF8.GetBytes(text));
#else
        var code = HMACSHA1.HashData(_secret, Encoding.UTF8.GetBytes(text));
#endif
#pragma warning restore CA5350
        return Convert.ToBase64String(code);
    }
}
