using System.Security.Cryptography;
using System.Text;

namespace GenAuth.Testing.Service;

/// <summary>Compares secrets as a service should: in a time that tells nothing about them.</summary>
internal static class Secret
{
    public static bool IsSame(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
