using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;

namespace GenAuth.Serialization;

/// <summary>The tokens of JSON. The base class keeps the path and calls for the commas.</summary>
internal sealed partial class WireWriter
{
    /// <summary>A double holds all whole numbers below exactly.</summary>
    private const long ExactIntegers = 1_000_000_000_000_000;

    public override void Flush()
    {
    }

    public override void WriteStartObject()
    {
        CheckDepth();
        base.WriteStartObject();
        _json.Append((byte)'{');
        TrackNames();
    }

    public override void WriteStartArray()
    {
        CheckDepth();
        base.WriteStartArray();
        _json.Append((byte)'[');
    }

    public override void WriteStartConstructor(string name) => throw new JsonSerializationException("JSON has no constructors. Pass the value itself.");

    public override void WritePropertyName(string name)
    {
        var end = _json.Length;
        base.WritePropertyName(name);
        JavaScriptText.Append(_json, name);
        _json.Append((byte)':');
        CheckName(name);
        if (NotesMembers)
        {
            Note(name, end);
        }
    }

    public override void WriteNull()
    {
        base.WriteNull();
        _json.Append("null"u8);
    }

    public override void WriteUndefined()
    {
        Refuse("JSON has no undefined. Leave the member out, or use null.");
        base.WriteUndefined();
        _json.Append("undefined"u8);
    }

    public override void WriteComment(string? text)
    {
        Refuse("JSON has no comments. Remove it.");
        base.WriteComment(text);
    }

    /// <summary>Writes text of JSON without a look at it, as a converter of the application's own may do.</summary>
    public override void WriteRaw(string? json)
    {
        base.WriteRaw(json);
        _json.Append(json ?? string.Empty);
        _isCanonical = false;
    }

    public override void WriteRawValue(string? json)
    {
        if (!IsStrict)
        {
            base.WriteRawValue(json);
            return;
        }

        // Raw text is checked by reading it: it must be one value.
        GenAuthJson.Parse(json ?? "null").WriteTo(this);
    }

    public override void WriteValue(string? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        base.WriteValue(value);
        JavaScriptText.Append(_json, value);
    }

    public override void WriteValue(bool value)
    {
        base.WriteValue(value);
        _json.Append(value ? "true"u8 : "false"u8);
    }

    public override void WriteValue(long value)
    {
        if (value is >= ExactIntegers or <= -ExactIntegers)
        {
            WriteNumber(value.ToString(CultureInfo.InvariantCulture), value);
            return;
        }

        base.WriteValue(value);
        Utf8Formatter.TryFormat(value, _json.GetSpan(20), out var length);
        _json.Advance(length);
    }

    public override void WriteValue(int value) => WriteValue((long)value);

    public override void WriteValue(uint value) => WriteValue((long)value);

    public override void WriteValue(short value) => WriteValue((long)value);

    public override void WriteValue(ushort value) => WriteValue((long)value);

    public override void WriteValue(byte value) => WriteValue((long)value);

    public override void WriteValue(sbyte value) => WriteValue((long)value);

    public override void WriteValue(ulong value) => WriteNumber(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteValue(decimal value) => WriteNumber(JsonConvert.ToString(value));

    public override void WriteValue(float value)
    {
        if (IsFinite(value))
        {
            WriteNumber(JsonConvert.ToString(value));
        }
    }

    public override void WriteValue(double value)
    {
        if (IsCanonical || IsFinite(value))
        {
            WriteNumber(JsonConvert.ToString(value), value);
        }
    }

    /// <summary>Writes a number in its own spelling.</summary>
    public void WriteNumber(string number)
    {
        var value = 0d;
        if (NotesMembers && !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            // .NET Framework refuses what is beyond a double.
            value = number[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        WriteNumber(number, value);
    }

    private void WriteNumber(string number, double value)
    {
        SetWriteState(JsonToken.Float, number);
        _json.Append(NotesMembers ? Note(number, value) : number);
    }

    public override void WriteValue(object? value)
    {
        if (value is BigInteger number)
        {
            WriteNumber(number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            base.WriteValue(value);
        }
    }

    public override void WriteValue(char value) => WriteValue(value.ToString());

    public override void WriteValue(Guid value) => WriteValue(value.ToString("D", CultureInfo.InvariantCulture));

    public override void WriteValue(TimeSpan value) => WriteValue(value.ToString());

    public override void WriteValue(Uri? value) => WriteValue(value?.OriginalString);

    public override void WriteValue(byte[]? value) => WriteValue(value is null ? null : Convert.ToBase64String(value));

    public override void WriteValue(DateTime value)
    {
        base.WriteValue(value);
        _json.Append(JsonConvert.ToString(value, DateFormatHandling, DateTimeZoneHandling));
    }

    public override void WriteValue(DateTimeOffset value)
    {
        base.WriteValue(value);
        _json.Append(JsonConvert.ToString(value, DateFormatHandling));
    }

    protected override void WriteEnd(JsonToken token)
    {
        _json.Append(token == JsonToken.EndObject ? (byte)'}' : (byte)']');
        if (token == JsonToken.EndObject)
        {
            _names?.Pop();
        }
    }

    protected override void WriteValueDelimiter() => _json.Append((byte)',');

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _json.Dispose();
    }

    /// <summary>Writes NaN and the infinities as text, as Newtonsoft.Json does, unless they are refused.</summary>
    private bool IsFinite(double value)
    {
        var isFinite = !double.IsNaN(value) && !double.IsInfinity(value);
        if (!isFinite)
        {
            Refuse("JSON has neither NaN nor infinity. Pass a finite number, or null.");
            WriteValue(value.ToString(CultureInfo.InvariantCulture));
        }

        return isFinite;
    }
}
