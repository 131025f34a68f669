using System.Security.Cryptography;

namespace GenAuth.Authorization.Signature;

/// <summary>Creates the nonce of a signed request.</summary>
internal static class Nonce
{
    private const string Digits = "0123456789abcdef";

    private static readonly RandomNumberGenerator Random = RandomNumberGenerator.Create();

    /// <summary>128 random bits as 32 lower-case hexadecimal digits.</summary>
    public static string Create()
    {
        var bytes = new byte[16];
        Random.GetBytes(bytes);
        Span<char> text = stackalloc char[32];
        for (var index = 0; index < bytes.Length; index++)
        {
            text[2 * index] = Digits[bytes[index] >> 4];
            text[(2 * index) + 1] = Digits[bytes[index] & 15];
        }

        return text.ToString();
    }
}
