using Newtonsoft.Json;
using Stj = System.Text.Json;

namespace GenAuth.Serialization;

/// <summary>Exceptions for text that is no JSON. Newtonsoft.Json is the contract that users see, and the messages of System.Text.Json repeat the body.</summary>
internal static class WireError
{
    public static JsonReaderException NotJson() => new("The text is not JSON.");

    /// <param name="json">The document.</param>
    /// <param name="exception">What its reader threw.</param>
    public static JsonReaderException NotJson(ReadOnlySpan<byte> json, Stj.JsonException exception)
    {
        var (line, column) = WirePosition.Find(json, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        return new JsonReaderException("The text is not JSON, or is cut off.", string.Empty, line, column, null);
    }
}

/// <summary>The exception for a value of another type than the documented one.</summary>
internal static class WrongType
{
    public static JsonSerializationException CreateException(JsonReader reader, string expected)
    {
        var position = reader as IJsonLineInfo;
        return new JsonSerializationException(
            $"Expected {expected} but found {reader.TokenType}.", reader.Path, position?.LineNumber ?? 0, position?.LinePosition ?? 0, null);
    }
}
