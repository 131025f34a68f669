using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GenAuth.Serialization;

/// <summary>Scalar members. The <c>To…</c> methods return <see langword="null"/> for a value that they cannot convert; the others also record it.</summary>
internal ref partial struct WireReader
{
    public string? Text() =>
        _json.TokenType == JsonTokenType.String ? WireText.Decode(_json.ValueSpan, _json.ValueIsEscaped)
        : IsNull ? null
        : ToText() ?? Unread<string>("text");

    public int? Int32() => IsNull ? null : ToInt32() ?? Unread<int?>("a whole number");

    public int Int32(int current) => Int32() ?? Present(current);

    public long? Int64() => IsNull ? null : ToInt64() ?? Unread<long?>("a whole number");

    public long Int64(long current) => Int64() ?? Present(current);

    public double? Double() => IsNull ? null : ToDouble() ?? Unread<double?>("a number");

    public double Double(double current) => Double() ?? Present(current);

    public bool? Boolean() => IsNull ? null : ToBoolean() ?? Unread<bool?>("true or false");

    public bool Boolean(bool current) => Boolean() ?? Present(current);

    public DateTimeOffset? Instant() => IsNull ? null : ToInstant() ?? Unread<DateTimeOffset?>("a point in time in RFC 3339");

    public DateTimeOffset Instant(DateTimeOffset current) => Instant() ?? Present(current);

    /// <summary>The text of an extensible enum. Few values occur often, so their strings are cached.</summary>
    public string? EnumText() =>
        _json.TokenType == JsonTokenType.String && !_json.ValueIsEscaped ? CommonTexts.Get(_json.ValueSpan) : Text();

    /// <summary>Any value, as its own JSON.</summary>
    public LazyJson Json()
    {
        if (IsNull)
        {
            return default;
        }

        return new LazyJson(CopyOfValue());
    }

    /// <summary>The JSON of the value at the current token, which is skipped.</summary>
    private byte[] CopyOfValue()
    {
        var start = (int)_json.TokenStartIndex;
        Skip();
        return _bytes.Slice(start, (int)_json.BytesConsumed - start).ToArray();
    }

    /// <summary>A text, or the text of another scalar on the wire.</summary>
    public readonly string? ToText() => _json.TokenType switch
    {
        JsonTokenType.String => WireText.Decode(_json.ValueSpan, _json.ValueIsEscaped),
        JsonTokenType.Number => WireNumber.ToText(_json.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    /// <summary>Like <see cref="ToText"/>, but returns objects and lists as JSON.</summary>
    public string? ToTextOrRaw() => _json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? Raw() : ToText();

    public readonly DateTimeOffset? ToInstant() =>
        _json.TokenType != JsonTokenType.String ? null
        : Serialization.Instant.Parse(_json.ValueIsEscaped ? Encoding.UTF8.GetBytes(ToText()!) : _json.ValueSpan);

    /// <inheritdoc cref="LenientValue.Int32(long?)"/>
    public readonly int? ToInt32() => LenientValue.Int32(ToInt64());

    /// <summary>A whole number: 403, 403.0, 4.03e2, or each of them as text.</summary>
    public readonly long? ToInt64() => _json.TokenType switch
    {
        JsonTokenType.Number => WireNumber.ToInt64(_json.ValueSpan),
        JsonTokenType.String => LenientValue.Int64(ToText()!),
        _ => null,
    };

    /// <summary>A finite number, or one as text.</summary>
    public readonly double? ToDouble() => _json.TokenType switch
    {
        JsonTokenType.Number => LenientValue.Finite(WireNumber.ToDouble(_json.ValueSpan)),
        JsonTokenType.String => double.TryParse(ToText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? LenientValue.Finite(number) : null,
        _ => null,
    };

    /// <summary>A boolean, 1 or 0, or the words that services write for them, in any case.</summary>
    public readonly bool? ToBoolean() => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => ToInt64() switch
        {
            1 => true,
            0 => false,
            _ => null,
        },
        JsonTokenType.String => ToText()!.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "ENABLED" => true,
            "FALSE" or "0" or "DISABLED" => false,
            _ => null,
        },
        _ => null,
    };
}

/// <summary>Reads an extensible enum in generic code.</summary>
internal interface IEnumReader<T>
    where T : struct
{
    /// <summary>Reads the value at the reader's token. The instance only selects the type.</summary>
    T? FromJson(ref WireReader reader);
}
