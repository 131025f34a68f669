using System.Security.Cryptography;

namespace GenAuth.Management;

/// <summary>The number that a signed request uses once.</summary>
internal static class Nonce
{
    /// <summary>128 random bits as 32 lower-case hexadecimal digits.</summary>
    public static string Create()
    {
        const string digits = "0123456789abcdef";
        var bytes = new byte[16];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return string.Concat(bytes.SelectMany(value => new[] { digits[value >> 4], digits[value & 15] }));
    }
}
