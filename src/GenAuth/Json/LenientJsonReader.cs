using System.Globalization;
using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>
/// Reads JSON as the service writes it, within limits: each token counts, because a few bytes of a body become a hundred times
/// as much memory. 7200.0 is taken where a whole number is wanted; the base class refuses the spelling.
/// </summary>
internal class LenientJsonReader : JsonTextReader
{
    /// <summary>How many tokens are read between two looks at the cancellation token.</summary>
    private const int TokensBetweenChecks = 1024;

    private readonly CancellationToken _cancellationToken;
    private readonly int _maxValues;
    private int _tokens;
    private int _values;

    public LenientJsonReader(TextReader text, ReadLimits limits = default)
        : base(text)
    {
        _cancellationToken = limits.CancellationToken;
        _maxValues = limits.MaxValues > 0 ? limits.MaxValues : int.MaxValue;
        ArrayPool = CharPool.Instance;
        CloseInput = false;
        Culture = CultureInfo.InvariantCulture;
        DateParseHandling = DateParseHandling.None;

        // The limit is checked here instead, where its excess can be told from malformed JSON.
        MaxDepth = null;
    }

    public override bool Read()
    {
        var hasToken = base.Read();
        Count();
        return hasToken;
    }

    public override int? ReadAsInt32()
    {
        // A double holds every int exactly, and reads numbers and numeric text alike.
        var number = ReadAsDouble();
        return number is null ? null : LenientValue.WholeInt32(number.Value) ?? throw WrongType.Of(this, "a whole number");
    }

    public override string? ReadAsString() => Counted(base.ReadAsString());

    public override double? ReadAsDouble() => Counted(base.ReadAsDouble());

    public override bool? ReadAsBoolean() => Counted(base.ReadAsBoolean());

    public override decimal? ReadAsDecimal() => Counted(base.ReadAsDecimal());

    public override DateTime? ReadAsDateTime() => Counted(base.ReadAsDateTime());

    public override DateTimeOffset? ReadAsDateTimeOffset() => Counted(base.ReadAsDateTimeOffset());

    public override byte[]? ReadAsBytes() => Counted(base.ReadAsBytes());

    private T Counted<T>(T value)
    {
        Count();
        return value;
    }

    private void Count()
    {
        if (++_tokens % TokensBetweenChecks == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        switch (TokenType)
        {
            case JsonToken.StartObject or JsonToken.StartArray or JsonToken.StartConstructor:
                // A beginning still has the depth of what it stands in.
                if (Depth >= GenAuthJson.MaxDepth)
                {
                    throw ReadLimitException.Depth(GenAuthJson.MaxDepth);
                }

                CountValue();
                break;
            case JsonToken.Integer or JsonToken.Float or JsonToken.String or JsonToken.Boolean or JsonToken.Null or JsonToken.Undefined:
                CountValue();
                break;
            default:
                break;
        }
    }

    private void CountValue()
    {
        if (_values++ == _maxValues)
        {
            throw ReadLimitException.Values(_maxValues);
        }
    }
}
