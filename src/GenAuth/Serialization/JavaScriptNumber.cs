using System.Globalization;
using System.Numerics;
using System.Text;

namespace GenAuth.Serialization;

/// <summary>
/// A number as JavaScript writes it: <c>1.0</c> is <c>1</c>, <c>1E+21</c> is <c>1e+21</c>. Computed from the bits, because the
/// number formatting of .NET Framework is not the shortest, and that of .NET loses a digit of some powers of two.
/// </summary>
internal static class JavaScriptNumber
{
    private const int MantissaBits = 52;

    /// <summary>What the bits of an exponent exceed the power of two by which the mantissa is multiplied.</summary>
    private const int Bias = 1075;

    /// <param name="number">A finite number.</param>
    /// <returns>The text of <c>String(number)</c>.</returns>
    public static string Text(double number)
    {
        // JavaScript writes the negative zero without its sign.
        if (number == 0)
        {
            return "0";
        }

        var (digits, point) = Shortest(Math.Abs(number));
        return (number < 0 ? "-" : string.Empty) + Place(digits, point);
    }

    /// <summary>
    /// The fewest digits that identify the same double, and the position of the decimal point counted from their start. This is
    /// the free-format algorithm of Burger and Dybvig, "Printing Floating-Point Numbers Quickly and Accurately" (1996).
    /// </summary>
    private static (string Digits, int Point) Shortest(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var (mantissa, exponent) = (bits & ((1L << MantissaBits) - 1), (int)(bits >> MantissaBits));
        var isNormal = exponent > 0;
        mantissa |= isNormal ? 1L << MantissaBits : 0;

        // The number is rest / unit. What lies less than low below or high above it is read as the same double; what lies exactly
        // there only when the mantissa is even. The neighbour below a power of two is half as far away.
        var power = Math.Max(exponent, 1) - Bias;
        var low = BigInteger.One << Math.Max(power, 0);
        var unit = BigInteger.One << (Math.Max(-power, 0) + 1);
        var (rest, high) = (mantissa * low * 2, low);
        if (exponent > 1 && mantissa == 1L << MantissaBits)
        {
            (rest, high, unit) = (rest * 2, high * 2, unit * 2);
        }

        var point = (int)Math.Ceiling(Math.Log10(number) - 1e-9);
        var scale = BigInteger.Pow(10, Math.Abs(point));
        (rest, low, high, unit) = point > 0 ? (rest, low, high, unit * scale) : (rest * scale, low * scale, high * scale, unit);
        var isEven = mantissa % 2 == 0;
        if (Reaches(rest + high, unit))
        {
            (point, unit) = (point + 1, unit * 10);
        }

        for (var digits = new StringBuilder(17); ;)
        {
            (low, high) = (low * 10, high * 10);
            var digit = (int)BigInteger.DivRem(rest * 10, unit, out rest);
            var (isLow, isHigh) = (Reaches(low, rest), Reaches(rest + high, unit));
            if (isLow || isHigh)
            {
                var half = (rest * 2).CompareTo(unit);
                var isRoundedUp = isHigh && (!isLow || half > 0 || (half == 0 && digit % 2 == 1));
                return (digits.Append((char)('0' + digit + (isRoundedUp ? 1 : 0))).ToString(), point);
            }

            digits.Append((char)('0' + digit));
        }

        bool Reaches(BigInteger value, BigInteger end) => isEven ? value >= end : value > end;
    }

    private static string Place(string digits, int point)
    {
        if (point is > 0 and <= 21)
        {
            return point >= digits.Length ? digits.PadRight(point, '0') : digits.Insert(point, ".");
        }

        if (point is > -6 and <= 0)
        {
            return "0." + new string('0', -point) + digits;
        }

        var mantissa = digits.Length > 1 ? digits.Insert(1, ".") : digits;
        return mantissa + (point > 0 ? "e+" : "e-") + Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture);
    }
}
