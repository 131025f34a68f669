using System.Globalization;
using GenAuth.Json;
using GenAuth.Models;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth;

/// <summary>
/// The outcome that a response states, read member by member so that each survives whatever the others are. Nothing is
/// required, nothing has to be of the documented type.
/// </summary>
internal sealed class ApiEnvelope
{
    public int? StatusCode { get; private set; }

    public ApiCode? ApiCode { get; private set; }

    public string? Message { get; private set; }

    public string? RequestId { get; private set; }

    public string? Data { get; private set; }

    /// <summary>Reads the root object's members.</summary>
    /// <param name="text">A JSON object.</param>
    /// <param name="untilSuccess">Stops at <c>statusCode</c> 200: what follows is read as the operation's response anyway.</param>
    /// <exception cref="JsonException">The text is not a JSON object, or is cut off.</exception>
    public static ApiEnvelope Read(TextReader text, bool untilSuccess)
    {
        using var reader = GenAuthJson.CreateReader(text);
        var envelope = new ApiEnvelope();
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonToken.EndObject)
        {
            var name = (string)reader.Value!;
            reader.Read();
            envelope.Take(name, reader);
            if (untilSuccess && envelope.StatusCode == 200)
            {
                break;
            }
        }

        // The reader ends quietly at the end of the text; an object that was not closed is cut off.
        return reader.TokenType == JsonToken.None
            ? throw new JsonReaderException("The JSON object is not closed.")
            : envelope;
    }

    private void Take(string name, JsonTextReader reader)
    {
        switch (name)
        {
            case "statusCode":
                StatusCode = LenientNumber.Read(reader);
                reader.Skip();
                break;
            case "apiCode":
                ApiCode = LenientNumber.Read(reader);
                reader.Skip();
                break;
            case "message":
                Message = Text(reader);
                break;
            case "requestId":
                RequestId = Text(reader);
                break;
            case "data":
                Data = reader.TokenType == JsonToken.Null ? null : JRaw.Create(reader).ToString(CultureInfo.InvariantCulture);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    /// <summary>A text as it is, another scalar as text, anything else as its JSON.</summary>
    private static string? Text(JsonTextReader reader) => reader.TokenType switch
    {
        JsonToken.Null => null,
        JsonToken.StartObject or JsonToken.StartArray => JRaw.Create(reader).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(reader.Value, CultureInfo.InvariantCulture),
    };
}
