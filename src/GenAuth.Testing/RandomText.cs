using System.Security.Cryptography;

namespace GenAuth.Testing;

/// <summary>Identifiers and secrets that nobody can guess.</summary>
internal static class RandomText
{
    public static string Hex(int length) => RandomNumberGenerator.GetHexString(length, lowercase: true);
}
