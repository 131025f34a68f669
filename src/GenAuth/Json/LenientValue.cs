using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Json;

/// <summary>
/// The conversions with which a value at a reader's token is read as the documented type, the same for every reader.
/// <see langword="null"/> stands for a value that cannot be read as that type.
/// </summary>
internal static class LenientValue
{
    /// <summary>A text, or the text of another scalar on the wire.</summary>
    public static string? Text(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.String => (string?)reader.Value,
        JsonToken.Integer or JsonToken.Float => Convert.ToString(reader.Value, CultureInfo.InvariantCulture),
        JsonToken.Boolean => (bool)reader.Value! ? "true" : "false",
        _ => null,
    };

    /// <summary>The same, but an object or a list as its JSON, which says more than nothing.</summary>
    public static string? TextOrRaw(JsonReader reader) =>
        reader.TokenType is JsonToken.StartObject or JsonToken.StartArray ? Raw(reader) : Text(reader);

    /// <summary>Whatever is at the reader's token as its JSON.</summary>
    public static string Raw(JsonReader reader) => JRaw.Create(reader).ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number: 403, 403.0, 4.03e2 and each of them as text are the same number.</summary>
    public static int? Int32(JsonReader reader) => Int64(reader) is { } number && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <inheritdoc cref="Int32"/>
    public static long? Int64(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.Integer => reader.Value switch
        {
            long number => number,
            BigInteger or ulong and > long.MaxValue => null,
            var number => Convert.ToInt64(number, CultureInfo.InvariantCulture),
        },
        JsonToken.Float => reader.Value is decimal number ? Whole(number) : Whole(Convert.ToDouble(reader.Value, CultureInfo.InvariantCulture)),
        JsonToken.String => decimal.TryParse((string?)reader.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Whole(number) : null,
        _ => null,
    };

    /// <summary>A finite number, or one as text.</summary>
    public static double? Double(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.Integer => Finite(reader.Value is BigInteger number ? (double)number : Convert.ToDouble(reader.Value, CultureInfo.InvariantCulture)),
        JsonToken.Float => Finite(Convert.ToDouble(reader.Value, CultureInfo.InvariantCulture)),
        JsonToken.String => double.TryParse((string?)reader.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Finite(number) : null,
        _ => null,
    };

    /// <summary>A truth value, 1 or 0, or the words that services write for them, in any case.</summary>
    public static bool? Boolean(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.Boolean => (bool)reader.Value!,
        JsonToken.Integer or JsonToken.Float => Int64(reader) switch
        {
            1 => true,
            0 => false,
            _ => null,
        },
        JsonToken.String => ((string?)reader.Value)?.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "ENABLED" => true,
            "FALSE" or "0" or "DISABLED" => false,
            _ => null,
        },
        _ => null,
    };

    /// <summary>The number itself if it is whole and an <see cref="int"/> can hold it.</summary>
    public static int? WholeInt32(double number) =>
        number is >= int.MinValue and <= int.MaxValue && Math.Floor(number) == number ? (int)number : null;

    // 2^63 is the first number beyond a long; the largest one has no double of its own.
    private static long? Whole(double number) => number is >= long.MinValue and < 9223372036854775808d && Math.Floor(number) == number ? (long)number : null;

    private static long? Whole(decimal number) => number is >= long.MinValue and <= long.MaxValue && decimal.Truncate(number) == number ? (long)number : null;

    private static double? Finite(double number) => double.IsNaN(number) || double.IsInfinity(number) ? null : number;
}
