using System.Globalization;
using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>Scalars as their text on the wire, whatever their type.</summary>
internal static class ScalarText
{
    /// <summary>The text at the reader's token, or <see langword="null"/> when it is no scalar.</summary>
    public static string? Read(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.String => (string?)reader.Value,
        JsonToken.Integer or JsonToken.Float => Convert.ToString(reader.Value, CultureInfo.InvariantCulture),
        JsonToken.Boolean => (bool)reader.Value! ? "true" : "false",
        _ => null,
    };
}
