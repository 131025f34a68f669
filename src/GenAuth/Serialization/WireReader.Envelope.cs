using GenAuth.Models;

namespace GenAuth.Serialization;

/// <summary>Members of a response's envelope, which no type on the wire may turn into a failure.</summary>
internal ref partial struct WireReader
{
    /// <summary>The only <c>statusCode</c> of a successful response.</summary>
    public const int Success = 200;

    /// <summary>
    /// The outcome of a call, without which there is no response. It may be repeated, also in another case: then an error takes precedence,
    /// and 200 only under its own name, because no success may rest on a contradiction.
    /// </summary>
    public int EnvelopeOutcome(int current)
    {
        if (!IsEnvelope)
        {
            return Int32(current);
        }

        if (IsNull || IsEmptyText)
        {
            return current;
        }

        var outcome = ToInt32() ?? throw WrongType("a whole number");
        _isRefused |= outcome != Success;
        return (outcome == Success ? _isExact && current == 0 && !_isRefused : current is 0 or Success) ? outcome : current;
    }

    public ApiCode? EnvelopeCode()
    {
        if (ToInt32() is not { } number)
        {
            // It only explains the outcome, so not even strict reading fails for it.
            _mustRead &= !IsEnvelope;
            return IsNull ? null : Unread<ApiCode?>("a whole number");
        }

        var code = new ApiCode(number);

        // The document says of 0 and 20001 that they come with successes and mean nothing.
        if (IsWatched && !code.IsKnown && number is not (0 or 20001))
        {
            OnUnknownValue();
        }

        return code;
    }

    public string? EnvelopeText() => IsEnvelope ? ToTextOrRaw() : Text();
}
