using System.Text;
using System.Text.Json;

namespace GenAuth.Serialization.Converters;

/// <summary>Reads the next value of a reader of <c>System.Text.Json</c>.</summary>
internal static class SystemTextJson
{
    /// <param name="reader">At the first token of a value; afterwards at its last one.</param>
    /// <param name="read">Reads the value's JSON.</param>
    /// <exception cref="JsonException">It could not be read.</exception>
    public static T Read<T>(ref Utf8JsonReader reader, Func<byte[], T> read)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        try
        {
            return read(Encoding.UTF8.GetBytes(value.RootElement.GetRawText()));
        }
        catch (Exception exception) when (exception is InvalidOperationException or Newtonsoft.Json.JsonException)
        {
            // Without the inner exception, whose message could repeat the text.
            throw new JsonException(exception is Newtonsoft.Json.JsonException ? exception.Message : "The text is not UTF-8.");
        }
    }
}
