using System.Security.Cryptography;
using System.Text;
using GenAuth.Serialization;

namespace GenAuth.Authorization.Signature;

/// <summary>Signs with an access key. <see cref="object.ToString"/> shows nothing of it.</summary>
internal sealed class SigningKey(string id, string secret, Edition edition)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    public string Id { get; } = id;

    public bool IsOf(AccessKey key) => key.Id == Id && key.Secret == secret;

    /// <summary>The scheme of the Authorization header.</summary>
    public string Scheme { get; } = edition == Edition.Authing ? "authing" : "GenAuth";

    public string Sign(SignedText text)
    {
        using var bytes = new PooledBytes();
        text.AppendTo(bytes);

        // CA5350: the protocol allows this algorithm only; HMAC-SHA1 is not affected by collisions of SHA-1.
#pragma warning disable CA5350
#if NETSTANDARD2_0
        using var algorithm = new HMACSHA1(_secret);
        var code = algorithm.ComputeHash(bytes.ToArray());
#else
        Span<byte> code = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(_secret, bytes.Span, code);
#endif
#pragma warning restore CA5350
        return Convert.ToBase64String(code);
    }
}
