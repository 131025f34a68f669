using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Serialization;

/// <summary>
/// The conversions with which a value is read as the documented type. <see langword="null"/> stands for a value that cannot be
/// read as that type. Those with a reader are for Newtonsoft's serializer; they come to the same as <c>WireReader</c>.
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

    /// <summary>The value at the reader's token as its JSON.</summary>
    public static string Raw(JsonReader reader) => JRaw.Create(reader).ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number: 403, 403.0, 4.03e2 and each of them as text are the same number.</summary>
    public static int? Int32(JsonReader reader) => Int32(Int64(reader.Value));

    /// <summary>The number itself if an <see cref="int"/> can hold it.</summary>
    public static int? Int32(long? number) => number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>The whole number of a value as Newtonsoft.Json holds it.</summary>
    public static long? Int64(object? value) => value switch
    {
        long or int or uint or <= (ulong)long.MaxValue => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        double or float => Whole(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        decimal number => Whole(number),
        string text => Int64(text),
        _ => null,
    };

    public static long? Int64(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Whole(number) : null;

    /// <summary>The number itself if it is whole and a <see cref="long"/> can hold it.</summary>
    public static long? Whole(double number) =>
        // 2^63 is the first number beyond a long; the largest one has no double of its own.
        number is >= long.MinValue and < 9223372036854775808d && Math.Floor(number) == number ? (long)number : null;

    public static double? Finite(double number) => double.IsNaN(number) || double.IsInfinity(number) ? null : number;

    private static long? Whole(decimal number) => number is >= long.MinValue and <= long.MaxValue && decimal.Truncate(number) == number ? (long)number : null;
}
