using System.Runtime.InteropServices;
using GenAuth.Authorization.Token;

namespace GenAuth.OpenIdConnect.Validation;

/// <summary>Compares texts that an attacker could guess piece by piece if the comparison took less time for an early difference.</summary>
internal static class SecretText
{
    public static bool AreEqual(string? actual, string expected) =>
        actual is not null && HmacSha256.AreEqual(MemoryMarshal.AsBytes(actual.AsSpan()), MemoryMarshal.AsBytes(expected.AsSpan()));
}
