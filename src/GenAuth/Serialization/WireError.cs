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
        var (line, column) = WirePosition.Of(json, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        return new JsonReaderException("The text is not JSON, or is cut off.", string.Empty, line, column, null);
    }
}
