using GenAuth.Models;
using GenAuth.Serialization;
using JsonException = Newtonsoft.Json.JsonException;
using JsonTokenType = System.Text.Json.JsonTokenType;

namespace GenAuth.Pipeline;

/// <summary>
/// The members that all responses of the API have in common. No member is required, and a member of another type than documented
/// does not affect the others.
/// </summary>
internal sealed class ApiEnvelope
{
    /// <summary>The only <c>statusCode</c> that means success.</summary>
    public const int Success = 200;

    private readonly bool _includesData;
    private int? _code;
    private int? _statusCode;
    private int? _conflict;

    private ApiEnvelope(bool includesData) => _includesData = includesData;

    /// <summary>
    /// If the body contains several status codes, an error takes precedence over 200. A name in another case, such as <c>StatusCode</c>,
    /// counts only then.
    /// </summary>
    public int? StatusCode => _statusCode == Success ? _conflict ?? Success : _statusCode;

    public ApiCode? ApiCode { get; private set; }

    public string? Message { get; private set; }

    public string? RequestId { get; private set; }

    public string? Data { get; private set; }

    /// <summary>The status code of the V2 operations: <c>code</c>, if there is a message.</summary>
    public int? LegacyStatusCode => Message is null ? null : _code;

    /// <summary>Reads the members of the root object.</summary>
    /// <param name="json">A JSON object in UTF-8.</param>
    /// <param name="untilSuccess">Stops at <c>statusCode</c> 200, because the response is then read as the operation's type.</param>
    /// <param name="findConflict">Searches the rest for another <c>statusCode</c>, for types that do not declare one.</param>
    /// <param name="limits">The limits of the reader.</param>
    /// <exception cref="JsonException">The text is not a JSON object, is truncated, or exceeds a limit.</exception>
    public static ApiEnvelope Read(ReadOnlySpan<byte> json, bool untilSuccess, bool findConflict = false, ReadLimits limits = default)
    {
        var envelope = new ApiEnvelope(includesData: true);
        envelope.ReadMembers(json, untilSuccess, findConflict, limits);
        return envelope;
    }

    /// <summary>Reads the members of an object up to its end, or up to the first error if it is truncated or malformed.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="limits">The limits of the reader.</param>
    /// <param name="includesData">Whether <see cref="Data"/> is copied, which is most of the text.</param>
    public static ApiEnvelope ReadPartial(ReadOnlySpan<byte> json, ReadLimits limits = default, bool includesData = true)
    {
        var envelope = new ApiEnvelope(includesData);
        try
        {
            envelope.ReadMembers(json, untilSuccess: false, findConflict: false, limits);
            return envelope;
        }
        catch (JsonException)
        {
            return envelope;
        }
    }

    private void ReadMembers(ReadOnlySpan<byte> json, bool untilSuccess, bool findConflict, ReadLimits limits)
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
                if (untilSuccess && StatusCode == Success && !IsStatusCode(name))
                {
                    reader.Skip();
                    continue;
                }

                ReadMember(name, ref reader);
                reader.Skip();
                if (untilSuccess && StatusCode == Success && !findConflict)
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

    private void ReadMember(string name, ref WireReader reader)
    {
        switch (name)
        {
            case "statusCode":
                _statusCode = _statusCode is null or Success ? reader.ToInt32() ?? _statusCode : _statusCode;
                break;
            case "apiCode":
                ApiCode = reader.ToInt32();
                break;
            case "message":
                // Validation errors may be a list of texts.
                Message = reader.ToTextOrRaw();
                break;
            case "code":
                _code = reader.ToInt32();
                break;
            case "error" or "error_description":
                // OAuth endpoints. The description takes precedence.
                Message = reader.ToText() is { } text && (name == "error_description" || Message is null) ? text : Message;
                break;
            case "requestId":
                RequestId = reader.ToText();
                break;
            case "data" when _includesData:
                Data = reader.IsNull ? null : reader.Raw();
                break;
            default:
                if (IsStatusCode(name) && reader.ToInt32() is { } conflict and not Success)
                {
                    _conflict ??= conflict;
                }

                break;
        }
    }

    private static bool IsStatusCode(string name) => string.Equals(name, "statusCode", StringComparison.OrdinalIgnoreCase);
}
