using System.Security.Cryptography;
using System.Text;

namespace GenAuth.Testing.Service;

/// <summary>Creates and compares identifiers and secrets.</summary>
internal static class Secrets
{
    /// <summary>Unpredictable hexadecimal digits.</summary>
    public static string CreateHex(int length) => RandomNumberGenerator.GetHexString(length, lowercase: true);

    /// <summary>Compares in constant time, so that the time reveals nothing about the secret.</summary>
    public static bool AreEqual(string? actual, string expected) =>
        actual is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(actual), Encoding.UTF8.GetBytes(expected));
}
