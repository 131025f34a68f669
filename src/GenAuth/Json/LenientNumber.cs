using System.Globalization;
using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>Whole numbers as the service writes them: 403, "403" and 403.0 are the same number.</summary>
internal static class LenientNumber
{
    /// <summary>The number at the reader's token, or <see langword="null"/> when there is none that an <see cref="int"/> can hold.</summary>
    public static int? Read(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.Integer => reader.Value is long number && number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
        JsonToken.Float => reader.Value is double number ? Whole(number) : null,
        JsonToken.String => Parse((string?)reader.Value),
        _ => null,
    };

    private static int? Parse(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The number itself if it is whole and an <see cref="int"/> can hold it.</summary>
    public static int? Whole(double number) =>
        number is >= int.MinValue and <= int.MaxValue && Math.Floor(number) == number ? (int)number : null;
}
