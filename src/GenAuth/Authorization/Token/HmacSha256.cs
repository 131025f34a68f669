#if !NET
using System.Runtime.CompilerServices;
#endif
using System.Security.Cryptography;

namespace GenAuth.Authorization.Token;

/// <summary>HMAC-SHA-256 and the comparison of its codes, on every target framework.</summary>
internal static class HmacSha256
{
    public const int Length = 32;

    public static byte[] Compute(byte[] key, byte[] data)
    {
#if NET
        return HMACSHA256.HashData(key, data);
#else
        using var algorithm = new HMACSHA256(key);
        return algorithm.ComputeHash(data);
#endif
    }

    /// <summary>Compares in a time that does not depend on where the difference is.</summary>
#if !NET
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
#endif
    public static bool AreEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
#if NET
        return CryptographicOperations.FixedTimeEquals(one, other);
#else
        var difference = one.Length ^ other.Length;
        for (var index = 0; index < Math.Min(one.Length, other.Length); index++)
        {
            difference |= one[index] ^ other[index];
        }

        return difference == 0;
#endif
    }
}
