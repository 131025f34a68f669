using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using Newtonsoft.Json.Linq;

namespace GenAuth.Serialization;

/// <summary>Numbers of JSON: whole ones are exact whatever their size, those with a fraction or an exponent are doubles.</summary>
internal static class WireNumber
{
    /// <summary>The longest whole number that is kept exactly; the time to convert one grows with the square of its length.</summary>
    private const int MostDigits = 380;

    public static long? ToInt64(ReadOnlySpan<byte> json) =>
        IsInt64(json, out var number) ? number
        : IsWhole(json) ? null
        : LenientValue.Whole(ToDouble(json));

    /// <summary>A number that no double can hold is infinite.</summary>
    public static double ToDouble(ReadOnlySpan<byte> json) =>
        Utf8Parser.TryParse(json, out double number, out _) ? number
        : json[0] == '-' ? double.NegativeInfinity
        : double.PositiveInfinity;

    public static string ToText(ReadOnlySpan<byte> json) =>
        IsInt64(json, out var number) ? number.ToString(CultureInfo.InvariantCulture)
        : IsWhole(json) ? Encoding.UTF8.GetString(json)
        : ToDouble(json).ToString(CultureInfo.InvariantCulture);

    public static JValue ToToken(ReadOnlySpan<byte> json) =>
        IsInt64(json, out var number) ? new JValue(number)
        : IsWhole(json) && json.Length <= MostDigits ? new JValue(BigInteger.Parse(Encoding.UTF8.GetString(json), CultureInfo.InvariantCulture))
        : new JValue(ToDouble(json));

    private static bool IsInt64(ReadOnlySpan<byte> json, out long number) => Utf8Parser.TryParse(json, out number, out var length) && length == json.Length;

    private static bool IsWhole(ReadOnlySpan<byte> json) => json.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
}
