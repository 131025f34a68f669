using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

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

    /// <summary>The same, but an object or a list as its JSON, which says more than nothing.</summary>
    public static string? ReadOrRaw(JsonReader reader) =>
        reader.TokenType is JsonToken.StartObject or JsonToken.StartArray ? Raw(reader) : Read(reader);

    /// <summary>Whatever is at the reader's token as its JSON.</summary>
    public static string Raw(JsonReader reader) => JRaw.Create(reader).ToString(CultureInfo.InvariantCulture);
}
