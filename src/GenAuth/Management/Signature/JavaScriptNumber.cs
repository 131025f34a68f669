using System.Globalization;
using System.Numerics;
using System.Text;

namespace GenAuth.Management;

/// <summary>
/// A JSON number as JavaScript writes it: <c>1.0</c> is <c>1</c>, <c>1E+21</c> is <c>1e+21</c>. Computed from the digits,
/// because the number formatting of .NET Framework is neither the shortest nor always exact.
/// </summary>
internal static class JavaScriptNumber
{
    public const string Infinity = "Infinity";

    /// <summary>A double preserves this many digits unless the exponent is extreme.</summary>
    private const int ExactDigits = 15;

    private const int LargestExactExponent = 300;

    /// <summary>No two neighbouring doubles agree in more digits; those that follow only decide between equal and greater.</summary>
    private const int MaxSignificantDigits = 800;

    /// <param name="number">A number as JSON spells it.</param>
    /// <returns>The text of <c>String(JSON.parse(number))</c>.</returns>
    public static string Text(string number)
    {
        if (IsPlain(number))
        {
            return number;
        }

        var isNegative = number[0] == '-';
        var (digits, point) = Split(isNegative ? number.Substring(1) : number);
        if (digits.Length > ExactDigits || Math.Abs(point) > LargestExactExponent)
        {
            (digits, point) = Shortest(digits, point);
        }

        // JavaScript writes the negative zero without its sign.
        var text = digits.Length == 0 ? "0" : point == int.MaxValue ? Infinity : Write(digits, point);
        return isNegative && digits.Length > 0 ? "-" + text : text;
    }

    /// <summary>Whether a text is a whole number that JavaScript writes unchanged. Negative zero is not: it loses its sign.</summary>
    public static bool IsPlain(string text)
    {
        var first = text.Length > 0 && text[0] == '-' ? 1 : 0;
        if (text.Length - first is 0 or > ExactDigits || (text[first] == '0' && text.Length > 1))
        {
            return false;
        }

        for (var index = first; index < text.Length; index++)
        {
            if (text[index] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The significant digits, and the position of the decimal point counted from their start.</summary>
    private static (string Digits, int Point) Split(string number)
    {
        var mantissaEnd = number.IndexOfAny(['e', 'E']);
        var mantissa = mantissaEnd < 0 ? number : number.Substring(0, mantissaEnd);
        var dot = mantissa.IndexOf('.');
        var digits = mantissa.Replace(".", string.Empty);
        var leadingZeros = digits.Length - digits.TrimStart('0').Length;
        var point = (dot < 0 ? mantissa.Length : dot) - leadingZeros + (long)(mantissaEnd < 0 ? 0 : Exponent(number.Substring(mantissaEnd + 1)));
        digits = digits.Trim('0');
        if (digits.Length > MaxSignificantDigits)
        {
            digits = digits.Remove(MaxSignificantDigits) + "1";
        }

        return (digits, (int)Math.Max(-int.MaxValue, Math.Min(int.MaxValue, point)));
    }

    private static int Exponent(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
        ? exponent
        : text[0] == '-' ? int.MinValue : int.MaxValue;

    /// <summary>The fewest digits that identify the same double; of several, those nearest to it.</summary>
    private static (string Digits, int Point) Shortest(string digits, int point)
    {
        // Far outside the range of a double; the powers of ten would be huge.
        if (digits.Length == 0 || point < -400)
        {
            return (string.Empty, 0);
        }

        var value = point > 400 ? null : BinaryNumber.Nearest(BigInteger.Parse(digits, CultureInfo.InvariantCulture), point - digits.Length);
        if (value is null)
        {
            return (digits, int.MaxValue);
        }

        return value.Value.Mantissa.IsZero ? (string.Empty, 0) : value.Value.Shortest(point);
    }

    private static string Write(string digits, int point)
    {
        if (point is > 0 and <= 21)
        {
            return point >= digits.Length ? digits.PadRight(point, '0') : digits.Insert(point, ".");
        }

        if (point is > -6 and <= 0)
        {
            return "0." + new string('0', -point) + digits;
        }

        var text = new StringBuilder(digits);
        if (digits.Length > 1)
        {
            text.Insert(1, '.');
        }

        return text.Append(point > 0 ? "e+" : "e-").Append(Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture)).ToString();
    }
}
