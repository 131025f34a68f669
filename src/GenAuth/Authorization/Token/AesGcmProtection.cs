#if NET
using System.Security.Cryptography;

namespace GenAuth.Authorization.Token;

/// <summary>AES-256-GCM with a random nonce. The entry: format, nonce, tag, ciphertext.</summary>
internal sealed class AesGcmProtection : ITokenProtection
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeadLength = 1 + NonceLength + TagLength;

    public byte Format => 2;

    public byte[] Protect(byte[] content, SharedTokenKeys keys)
    {
        var entry = new byte[HeadLength + content.Length];
        entry[0] = Format;
        var (nonce, tag, ciphertext) = Split(entry);
        RandomNumberGenerator.Fill(nonce.Span);
        using var algorithm = new AesGcm(keys.EncryptionKey, TagLength);
        algorithm.Encrypt(nonce.Span, content, ciphertext.Span, tag.Span, keys.Binding);
        return entry;
    }

    public byte[]? Unprotect(byte[] entry, SharedTokenKeys keys)
    {
        if (entry.Length < HeadLength || entry[0] != Format)
        {
            return null;
        }

        var (nonce, tag, ciphertext) = Split(entry);
        var content = new byte[ciphertext.Length];
        using var algorithm = new AesGcm(keys.EncryptionKey, TagLength);
        try
        {
            algorithm.Decrypt(nonce.Span, ciphertext.Span, tag.Span, content, keys.Binding);
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Ciphertext) Split(byte[] entry) =>
        (entry.AsMemory(1, NonceLength), entry.AsMemory(1 + NonceLength, TagLength), entry.AsMemory(HeadLength));
}
#endif
