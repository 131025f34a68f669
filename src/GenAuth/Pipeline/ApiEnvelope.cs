using GenAuth.Models;
using GenAuth.Serialization;
using JsonException = Newtonsoft.Json.JsonException;
using JsonTokenType = System.Text.Json.JsonTokenType;

namespace GenAuth.Pipeline;

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
    /// <param name="json">A JSON object in UTF-8.</param>
    /// <param name="untilSuccess">Stops at <c>statusCode</c> 200: what follows is read as the operation's response anyway.</param>
    /// <param name="thenForContradiction">Looks in what follows for another outcome, which a type without a <c>statusCode</c> would not notice.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <exception cref="JsonException">The text is not a JSON object, is cut off, or passes a limit.</exception>
    public static ApiEnvelope Read(ReadOnlySpan<byte> json, bool untilSuccess, bool thenForContradiction = false, ReadLimits limits = default)
    {
        var envelope = new ApiEnvelope(withData: true);
        envelope.Fill(json, untilSuccess, thenForContradiction, limits);
        return envelope;
    }

    /// <summary>Reads what can be read: of a text that is cut off or malformed, what stands before the damage.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <param name="withData">Whether <see cref="Data"/> is wanted, which is nearly all of the text.</param>
    public static ApiEnvelope ReadUpToDamage(ReadOnlySpan<byte> json, ReadLimits limits = default, bool withData = true)
    {
        var envelope = new ApiEnvelope(withData);
        try
        {
            envelope.Fill(json, untilSuccess: false, thenForContradiction: false, limits);
            return envelope;
        }
        catch (JsonException)
        {
            return envelope;
        }
    }

    private void Fill(ReadOnlySpan<byte> json, bool untilSuccess, bool thenForContradiction, ReadLimits limits)
    {
        json = WireText.WithoutMark(json);
        try
        {
            var reader = new WireReader(json, limits: limits);
            if (reader.Advance() != JsonTokenType.StartObject)
            {
                throw WireError.NotJson();
            }

            while (reader.Advance() != JsonTokenType.EndObject)
            {
                var name = reader.Name();
                reader.Advance();
                if (untilSuccess && StatusCode == Success && !IsOutcome(name))
                {
                    reader.Skip();
                    continue;
                }

                Take(name, ref reader);
                reader.Skip();
                if (untilSuccess && StatusCode == Success && !thenForContradiction)
                {
                    return;
                }
            }
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw WireError.NotJson(json, exception);
        }
    }

    private void Take(string name, ref WireReader reader)
    {
        switch (name)
        {
            case "statusCode":
                _outcome = _outcome is null or Success ? reader.ToInt32() ?? _outcome : _outcome;
                break;
            case "apiCode":
                ApiCode = reader.ToInt32();
                break;
            case "message":
                // Some validators send a list of texts.
                Message = reader.ToTextOrRaw();
                break;
            case "code":
                _code = reader.ToInt32();
                break;
            case "error" or "error_description":
                // The OAuth endpoints; the description says more where both are there.
                Message = reader.ToText() is { } text && (name == "error_description" || Message is null) ? text : Message;
                break;
            case "requestId":
                RequestId = reader.ToText();
                break;
            case "data" when _withData:
                Data = reader.IsNull ? null : reader.Raw();
                break;
            default:
                if (IsOutcome(name) && reader.ToInt32() is { } outcome and not Success)
                {
                    _contradiction ??= outcome;
                }

                break;
        }
    }

    private static bool IsOutcome(string name) => string.Equals(name, "statusCode", StringComparison.OrdinalIgnoreCase);
}
