using System.Runtime.CompilerServices;

namespace GenAuth.OpenIdConnect.Validation;

/// <summary>Compares texts that an attacker could guess piece by piece if the comparison took less time for an early difference.</summary>
internal static class SecretText
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool AreEqual(string? actual, string expected)
    {
        if (actual is null || actual.Length != expected.Length)
        {
            return false;
        }

        var difference = 0;
        for (var index = 0; index < expected.Length; index++)
        {
            difference |= actual[index] ^ expected[index];
        }

        return difference == 0;
    }
}
