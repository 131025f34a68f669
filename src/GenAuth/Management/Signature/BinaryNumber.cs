using System.Globalization;
using System.Numerics;

namespace GenAuth.Management;

/// <summary>A double as whole numbers: <paramref name="Mantissa"/> times two to the power of <paramref name="Exponent"/>.</summary>
internal readonly record struct BinaryNumber(BigInteger Mantissa, int Exponent)
{
    private const int SmallestExponent = -1074;
    private const int LargestExponent = 971;

    private static readonly BigInteger MantissaEnd = BigInteger.One << 53;

    /// <summary>The double nearest to <paramref name="digits"/> × 10^<paramref name="exponent"/>, even on a tie; <see langword="null"/> when it is infinite.</summary>
    public static BinaryNumber? Nearest(BigInteger digits, int exponent)
    {
        var (numerator, denominator) = Fraction(digits, 10, exponent);
        var power = Math.Max(BitLength(numerator) - BitLength(denominator) - 53, SmallestExponent);
        var mantissa = Divide(numerator, denominator, power, out var comparedToHalf);
        if (mantissa >= MantissaEnd)
        {
            mantissa = Divide(numerator, denominator, ++power, out comparedToHalf);
        }

        if (comparedToHalf > 0 || (comparedToHalf == 0 && !mantissa.IsEven))
        {
            mantissa++;
        }

        if (mantissa == MantissaEnd)
        {
            mantissa >>= 1;
            power++;
        }

        return power > LargestExponent ? null : new BinaryNumber(mantissa, mantissa.IsZero ? 0 : power);
    }

    /// <summary>The fewest decimal digits whose nearest double is this one, and the position of their decimal point.</summary>
    /// <param name="point">The approximate position of the decimal point.</param>
    public (string Digits, int Point) Shortest(int point)
    {
        var (numerator, denominator) = Fraction(Mantissa, 2, Exponent);

        // No two decimals of up to 15 digits have the same nearest double, except next to zero.
        for (var length = Mantissa < MantissaEnd >> 1 ? 1 : 15; ; length++)
        {
            var limit = BigInteger.Pow(10, length);
            BigInteger below, remainder, divisor;
            while (true)
            {
                (var dividend, divisor) = point <= length
                    ? (numerator * BigInteger.Pow(10, length - point), denominator)
                    : (numerator, denominator * BigInteger.Pow(10, point - length));
                below = BigInteger.DivRem(dividend, divisor, out remainder);
                if (below < limit && below * 10 >= limit)
                {
                    break;
                }

                point += below >= limit ? 1 : -1;
            }

            var isNearerBelow = remainder * 2 < divisor || (remainder * 2 == divisor && below.IsEven);
            BigInteger[] candidates = isNearerBelow ? [below, below + 1] : [below + 1, below];
            foreach (var candidate in candidates)
            {
                if (Nearest(candidate, point - length) == this)
                {
                    var digits = candidate.ToString(CultureInfo.InvariantCulture);
                    return (digits.TrimEnd('0'), point + digits.Length - length);
                }
            }
        }
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(BigInteger number, int radix, int exponent) => exponent >= 0
        ? (number * BigInteger.Pow(radix, exponent), BigInteger.One)
        : (number, BigInteger.Pow(radix, -exponent));

    private static BigInteger Divide(BigInteger numerator, BigInteger denominator, int power, out int comparedToHalf)
    {
        if (power > 0)
        {
            denominator <<= power;
        }
        else
        {
            numerator <<= -power;
        }

        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        comparedToHalf = (remainder * 2).CompareTo(denominator);
        return quotient;
    }

    private static int BitLength(BigInteger number)
    {
        // Little-endian with a sign bit, so the last byte may be an empty one.
        var bytes = number.ToByteArray();
        var length = (bytes.Length - 1) * 8;
        for (int last = bytes[bytes.Length - 1]; last > 0; last >>= 1)
        {
            length++;
        }

        return length;
    }
}
