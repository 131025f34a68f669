using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Json;

/// <summary>
/// Reads the types of the API without reflection. Each method reads the next value, with <see langword="null"/> for JSON's
/// null, and takes what Newtonsoft's serializer would take.
/// </summary>
internal sealed partial class ModelReader : LenientJsonReader
{
    private static readonly JsonLoadSettings TokenSettings = new() { LineInfoHandling = LineInfoHandling.Ignore };

    private readonly MemberNameTable _names;

    /// <summary>A value that a member cannot hold, though it is no error.</summary>
    private JToken? _refused;

    public ModelReader(TextReader text, DriftNotes? drift = null, ReadLimits limits = default)
        : base(text, limits) => PropertyNameTable = _names = drift is null ? new MemberNameTable() : new WatchedNameTable(new(drift));

    /// <summary>A document of the type, whether it is one of the API's or not.</summary>
    public T? Document<T>()
    {
        if (!ModelTypes.Includes(typeof(T)))
        {
            return ReflectionJson.Serializer.Deserialize<T>(this);
        }

        return Begins(JsonToken.StartObject) ? Fill(Activator.CreateInstance<T>()) : default;
    }

    public string? Text() => ReadAsString();

    public int? Int32() => ReadAsInt32();

    public int Int32(int current) => ReadAsInt32() ?? current;

    public double? Double() => ReadAsDouble();

    public double Double(double current) => ReadAsDouble() ?? current;

    public bool? Boolean() => ReadAsBoolean();

    public bool Boolean(bool current) => ReadAsBoolean() ?? current;

    public long Int64(long current) => Int64() ?? (_refused is null ? current : throw WrongType.Of(this, "a whole number"));

    public long? Int64()
    {
        Advance();
        return Value switch
        {
            null when TokenType is JsonToken.Null or JsonToken.Undefined or JsonToken.EndArray => null,
            long number => number,
            string { Length: 0 } => Refuse<long?>(),
            IConvertible value => ToInt64(value),
            _ => throw WrongType.Of(this, "a whole number"),
        };
    }

    /// <summary>Any value, as its own JSON.</summary>
    public JToken? Token()
    {
        Advance();
        return TokenType is JsonToken.Null or JsonToken.EndArray ? null : Load();
    }

    public T? Model<T>()
        where T : ExtensibleObject, new() => Begins(JsonToken.StartObject) ? Fill(new T()) : null;

    /// <summary>A type that only Newtonsoft's serializer knows; null changes nothing.</summary>
    public T? Other<T>(T? current)
    {
        Advance();
        _names.Expect(null);
        return TokenType == JsonToken.Null ? current : ReflectionJson.Serializer.Deserialize<T>(this);
    }

    /// <summary>The text of an open set's value.</summary>
    public string? OpenText()
    {
        Advance();
        return TokenType is JsonToken.Null or JsonToken.EndArray ? null : ScalarText.Read(this) ?? throw WrongType.Of(this, "text");
    }

    /// <summary>The number of an open set's value.</summary>
    public int? OpenNumber()
    {
        Advance();
        return TokenType is JsonToken.Null or JsonToken.EndArray ? null : LenientNumber.Read(this) ?? throw WrongType.Of(this, "a whole number");
    }

    /// <summary>
    /// The outcome of a call. It may come twice, or in another case: then a refusal counts, and 200 only under its own name,
    /// because no success may rest on a contradiction.
    /// </summary>
    public int EnvelopeOutcome(int current)
    {
        var isExact = _names.IsExact;
        return ReadAsInt32() is { } outcome && (outcome == ApiEnvelope.Success ? isExact && current == 0 : current is 0 or ApiEnvelope.Success) ? outcome : current;
    }

    public Models.ApiCode? EnvelopeCode()
    {
        Advance();
        if (LenientNumber.Read(this) is not { } number)
        {
            return TokenType == JsonToken.Null ? null : Refuse<Models.ApiCode?>();
        }

        var code = new Models.ApiCode(number);
        if (IsWatched && !IsDocumented(code))
        {
            OnUnknownValue();
        }

        return code;
    }

    public string? EnvelopeText()
    {
        Advance();
        _names.Expect(null);
        return ScalarText.ReadOrRaw(this);
    }

    private T Fill<T>(T value)
    {
        var model = (ExtensibleObject)(object)value!;
        var members = ModelMembers.Of(value);
        var drift = Drift;
        drift?.Enter(typeof(T).Name, members);
        _names.Expect(members);
        while (true)
        {
            Advance();
            if (TokenType == JsonToken.EndObject)
            {
                model.OnRead();
                drift?.Leave();
                return value;
            }

            var member = _names.Member;
            if (member == ModelMembers.Unknown)
            {
                var name = (string)Value!;
                drift?.OnUnknownMember(name);
                Advance();
                model.AdditionalProperties[name] = Load();
            }
            else
            {
                drift?.OnMember(member);
                model.ReadDeclared(member, this);
            }

            if (_refused is not null)
            {
                model.AdditionalProperties[members[member]] = _refused;
                _refused = null;
            }

            // The value may have had names of its own.
            _names.Expect(members, member);
        }
    }

    /// <summary>Moves to a value that has to begin in the given way, or is not there.</summary>
    private bool Begins(JsonToken start)
    {
        Advance();
        return TokenType == start || TokenType switch
        {
            JsonToken.Null or JsonToken.Undefined or JsonToken.EndArray => false,
            JsonToken.String when Value is string { Length: 0 } => Refuse<bool>(),
            _ => throw WrongType.Of(this, start == JsonToken.StartObject ? "an object" : "a list"),
        };
    }

    private long ToInt64(IConvertible value)
    {
        try
        {
            return value.ToInt64(CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException)
        {
            throw WrongType.Of(this, "a whole number");
        }
    }

    private T? Refuse<T>()
    {
        _refused = Load();
        return default;
    }

    private JToken Load()
    {
        _names.Expect(null);
        return JToken.ReadFrom(this, TokenSettings);
    }

    /// <summary>The next token that means something. The base class ends quietly at the end of the text, cut off or not.</summary>
    private void Advance()
    {
        do
        {
            if (!Read())
            {
                throw new JsonReaderException("The JSON is not closed.", Path, LineNumber, LinePosition, null);
            }
        }
        while (TokenType == JsonToken.Comment);
    }
}
