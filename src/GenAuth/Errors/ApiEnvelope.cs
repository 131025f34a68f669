using GenAuth.Json;
using GenAuth.Models;
using Newtonsoft.Json;

namespace GenAuth;

/// <summary>
/// The outcome that a response states, read member by member so that each survives whatever the others are. Nothing is
/// required, nothing has to be of the documented type.
/// </summary>
internal sealed class ApiEnvelope
{
    /// <summary>The one <c>statusCode</c> that means success.</summary>
    public const int Success = 200;

    private readonly bool _withData;
    private int? _code;
    private int? _outcome;
    private int? _contradiction;

    private ApiEnvelope(bool withData) => _withData = withData;

    /// <summary>Of several outcomes a refusal, as where the response itself is read; under another case of its name only against 200.</summary>
    public int? StatusCode => _outcome == Success ? _contradiction ?? Success : _outcome;

    public ApiCode? ApiCode { get; private set; }

    public string? Message { get; private set; }

    public string? RequestId { get; private set; }

    public string? Data { get; private set; }

    /// <summary>The outcome as the V2 operations state it: <c>code</c> beside a message.</summary>
    public int? OlderStatusCode => Message is null ? null : _code;

    /// <summary>Reads the root object's members.</summary>
    /// <param name="text">A JSON object.</param>
    /// <param name="untilSuccess">Stops at <c>statusCode</c> 200: what follows is read as the operation's response anyway.</param>
    /// <param name="thenForContradiction">Looks in what follows for another outcome, which a type without a <c>statusCode</c> would not notice.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <exception cref="JsonException">The text is not a JSON object, is cut off, or passes a limit.</exception>
    public static ApiEnvelope Read(TextReader text, bool untilSuccess, bool thenForContradiction = false, ReadLimits limits = default)
    {
        var envelope = new ApiEnvelope(withData: true);
        envelope.Fill(text, untilSuccess, thenForContradiction, limits);
        return envelope;
    }

    /// <summary>Reads what can be read: of a text that is cut off or malformed, what stands before the damage.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <param name="withData">Whether <see cref="Data"/> is wanted, which is nearly all of the text.</param>
    public static ApiEnvelope ReadUpToDamage(TextReader text, ReadLimits limits = default, bool withData = true)
    {
        var envelope = new ApiEnvelope(withData);
        try
        {
            envelope.Fill(text, untilSuccess: false, thenForContradiction: false, limits);
            return envelope;
        }
        catch (JsonException)
        {
            return envelope;
        }
    }

    private void Fill(TextReader text, bool untilSuccess, bool thenForContradiction, ReadLimits limits)
    {
        using var reader = GenAuthJson.CreateReader(text, limits);
        Advance(reader, JsonToken.StartObject);
        while (Advance(reader) != JsonToken.EndObject)
        {
            var name = reader.TokenType == JsonToken.PropertyName ? (string)reader.Value! : throw NotJson();
            Advance(reader);
            if (untilSuccess && StatusCode == Success && !IsOutcome(name))
            {
                reader.Skip();
                continue;
            }

            Take(name, reader);
            if (untilSuccess && StatusCode == Success && !thenForContradiction)
            {
                return;
            }
        }
    }

    /// <summary>The next token that means something. The reader itself ends quietly at the end of the text, cut off or not.</summary>
    private static JsonToken Advance(JsonTextReader reader, JsonToken? expected = null)
    {
        do
        {
            if (!reader.Read())
            {
                throw new JsonReaderException("The JSON object is not closed.");
            }
        }
        while (reader.TokenType == JsonToken.Comment);

        return reader.TokenType != JsonToken.StartConstructor && reader.TokenType == (expected ?? reader.TokenType)
            ? reader.TokenType
            : throw NotJson();
    }

    private static JsonReaderException NotJson() => new("The text is not JSON.");

    private void Take(string name, JsonTextReader reader)
    {
        switch (name)
        {
            case "statusCode":
                _outcome = _outcome is null or Success ? LenientValue.Int32(reader) ?? _outcome : _outcome;
                reader.Skip();
                break;
            case "apiCode":
                ApiCode = LenientValue.Int32(reader);
                reader.Skip();
                break;
            case "message":
                // Some validators send a list of texts.
                Message = LenientValue.TextOrRaw(reader);
                break;
            case "code":
                _code = LenientValue.Int32(reader);
                reader.Skip();
                break;
            case "error" or "error_description":
                // The OAuth endpoints; the description says more where both are there.
                Message = LenientValue.Text(reader) is { } text && (name == "error_description" || Message is null) ? text : Message;
                reader.Skip();
                break;
            case "requestId":
                RequestId = LenientValue.Text(reader);
                reader.Skip();
                break;
            case "data" when _withData:
                Data = reader.TokenType == JsonToken.Null ? null : LenientValue.Raw(reader);
                break;
            default:
                if (IsOutcome(name) && LenientValue.Int32(reader) is { } outcome and not Success)
                {
                    _contradiction ??= outcome;
                }

                reader.Skip();
                break;
        }
    }

    private static bool IsOutcome(string name) => string.Equals(name, "statusCode", StringComparison.OrdinalIgnoreCase);
}
