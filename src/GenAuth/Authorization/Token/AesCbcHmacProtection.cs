using System.Security.Cryptography;

namespace GenAuth.Authorization.Token;

/// <summary>
/// AES-256-CBC, then HMAC-SHA-256 over all that precedes it and the binding. The entry: format, initialization vector,
/// ciphertext, code. The code is checked first, so that the padding of a changed entry is never looked at.
/// </summary>
internal sealed class AesCbcHmacProtection : ITokenProtection
{
    private const int VectorLength = 16;
    private const int HeadLength = 1 + VectorLength;

    public byte Format => 3;

    public byte[] Protect(byte[] content, SharedTokenKeys keys)
    {
        using var algorithm = CreateAlgorithm(keys);
        algorithm.GenerateIV();
        using var encryptor = algorithm.CreateEncryptor();
        byte[] authenticated = [Format, .. algorithm.IV, .. encryptor.TransformFinalBlock(content, 0, content.Length)];
        return [.. authenticated, .. ComputeCode(authenticated, keys)];
    }

    public byte[]? Unprotect(byte[] entry, SharedTokenKeys keys)
    {
        var codeStart = entry.Length - HmacSha256.Length;
        if (codeStart < HeadLength || entry[0] != Format
            || !HmacSha256.AreEqual(entry.AsSpan(codeStart), ComputeCode(entry.AsSpan(0, codeStart), keys)))
        {
            return null;
        }

        using var algorithm = CreateAlgorithm(keys);
        algorithm.IV = entry.AsSpan(1, VectorLength).ToArray();
        using var decryptor = algorithm.CreateDecryptor();
        return decryptor.TransformFinalBlock(entry, HeadLength, codeStart - HeadLength);
    }

    // The binding begins with the lengths of its parts, so the two texts cannot be divided differently.
    private static byte[] ComputeCode(ReadOnlySpan<byte> authenticated, SharedTokenKeys keys) =>
        HmacSha256.Compute(keys.AuthenticationKey, [.. keys.Binding, .. authenticated]);

    private static Aes CreateAlgorithm(SharedTokenKeys keys)
    {
        var algorithm = Aes.Create();
        algorithm.Mode = CipherMode.CBC;
        algorithm.Padding = PaddingMode.PKCS7;
        algorithm.Key = keys.EncryptionKey;
        return algorithm;
    }
}
