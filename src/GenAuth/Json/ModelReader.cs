using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Json;

/// <summary>
/// Reads the types of the API without reflection. Each method reads the next value, with <see langword="null"/> for JSON's
/// null. A value that <see cref="LenientValue"/> cannot convert to the member's type costs that member only: it stays unset, and
/// its JSON is kept among the additional properties.
/// </summary>
internal sealed partial class ModelReader : LenientJsonReader
{
    private static readonly JsonLoadSettings TokenSettings = new() { LineInfoHandling = LineInfoHandling.Ignore };

    private readonly MemberNameTable _names;
    private readonly bool _isStrict;

    /// <summary>The JSON of the value that was read last, if it is of another type than the documented one.</summary>
    private JToken? _unread;

    /// <summary>Whether a value of another type fails the reading.</summary>
    private bool _mustRead;

    /// <summary>How many models are being read, one in the other. Only the outermost one can be the envelope of the response.</summary>
    private int _level;

    /// <summary>Whether any member was unread so far, so that a second value of the same member is looked for.</summary>
    private bool _hasUnread;

    public ModelReader(TextReader text, DriftNotes? drift = null, ReadLimits limits = default)
        : base(text, limits)
    {
        _isStrict = limits.IsStrict;
        PropertyNameTable = _names = drift is null ? new MemberNameTable() : new WatchedNameTable(new(drift));
    }

    private bool IsEnvelope => _level == 1;

    /// <summary>Null, or the end of a list.</summary>
    private bool IsAbsent => TokenType is JsonToken.Null or JsonToken.EndArray;

    /// <summary>A document of the type, whether it is one of the API's or not.</summary>
    public T? Document<T>()
    {
        if (!typeof(ExtensibleObject).IsAssignableFrom(typeof(T)) || typeof(T).IsAbstract)
        {
            return ReflectionJson.Serializer.Deserialize<T>(this);
        }

        Advance();
        if (TokenType == JsonToken.StartObject)
        {
            var model = Activator.CreateInstance<T>();
            Fill((ExtensibleObject)(object)model!, serializer: null);
            return model;
        }

        return IsAbsent || Value is "" ? default : throw WrongType.Of(this, "an object");
    }

    /// <summary>Reads an object whose beginning has been read.</summary>
    /// <param name="model">Takes the members.</param>
    /// <param name="serializer">What reads members that only reflection finds; <see langword="null"/> takes the SDK's own.</param>
    public void Fill(ExtensibleObject model, JsonSerializer? serializer)
    {
        // The names that a serializer around it looks for are not the model's.
        var (mustRead, members) = (_mustRead, ModelMembers.Of(model));
        Fill(model, members);
        DerivedMembers.Take(model, members, serializer, _isStrict);
        _names.Expect(null);
        _mustRead = mustRead;
    }

    public string? Text()
    {
        Advance();
        return IsAbsent ? null : LenientValue.Text(this) ?? Unread<string>("text");
    }

    public int? Int32()
    {
        Advance();
        return IsAbsent ? null : LenientValue.Int32(this) ?? Unread<int?>("a whole number");
    }

    public int Int32(int current) => Int32() ?? Present(current);

    public long? Int64()
    {
        Advance();
        return IsAbsent ? null : LenientValue.Int64(this) ?? Unread<long?>("a whole number");
    }

    public long Int64(long current) => Int64() ?? Present(current);

    public double? Double()
    {
        Advance();
        return IsAbsent ? null : LenientValue.Double(this) ?? Unread<double?>("a number");
    }

    public double Double(double current) => Double() ?? Present(current);

    public bool? Boolean()
    {
        Advance();
        return IsAbsent ? null : LenientValue.Boolean(this) ?? Unread<bool?>("true or false");
    }

    public bool Boolean(bool current) => Boolean() ?? Present(current);

    /// <summary>Any value, as its own JSON.</summary>
    public JToken? Token()
    {
        Advance();
        return IsAbsent ? null : Load();
    }

    public T? Model<T>()
        where T : ExtensibleObject, new()
    {
        if (!Begins(JsonToken.StartObject, "an object"))
        {
            return null;
        }

        var model = new T();
        Fill(model, ModelMembers.Of(model));
        return model;
    }

    /// <summary>A type that only Newtonsoft's serializer knows; null changes nothing.</summary>
    public T? Other<T>(T? current)
    {
        Advance();
        if (TokenType == JsonToken.Null)
        {
            return current;
        }

        var json = Load();
        try
        {
            using var reader = json.CreateReader();
            return ReflectionJson.Serializer.Deserialize<T>(reader);
        }
        catch (JsonException) when (!_mustRead)
        {
            Drift?.OnWrongType();
            _unread = json;
            return default;
        }
    }

    /// <summary>The text of an open set's value.</summary>
    public string? OpenText() => Text();

    /// <summary>The number of an open set's value.</summary>
    public int? OpenNumber() => Int32();

    /// <summary>
    /// The outcome of a call, without which there is no response. It may come twice, or in another case: then a refusal counts,
    /// and 200 only under its own name, because no success may rest on a contradiction.
    /// </summary>
    public int EnvelopeOutcome(int current)
    {
        var isExact = _names.IsExact;
        if (!IsEnvelope)
        {
            return Int32(current);
        }

        Advance();
        if (IsAbsent || Value is "")
        {
            return current;
        }

        var outcome = LenientValue.Int32(this) ?? throw WrongType.Of(this, "a whole number");
        return (outcome == ApiEnvelope.Success ? isExact && current == 0 : current is 0 or ApiEnvelope.Success) ? outcome : current;
    }

    public Models.ApiCode? EnvelopeCode()
    {
        Advance();
        if (LenientValue.Int32(this) is not { } number)
        {
            // It only explains the outcome, so not even strict reading fails for it.
            _mustRead &= !IsEnvelope;
            return IsAbsent ? null : Unread<Models.ApiCode?>("a whole number");
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
        if (!IsEnvelope)
        {
            return Text();
        }

        Advance();
        _names.Expect(null);
        return LenientValue.TextOrRaw(this);
    }

    private void Fill(ExtensibleObject model, ModelMembers members)
    {
        var drift = Drift;
        drift?.Enter(members);
        _level++;
        _names.Expect(members);
        while (true)
        {
            Advance();
            if (TokenType == JsonToken.EndObject)
            {
                model.OnRead();
                drift?.Leave();
                _level--;
                return;
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
                _mustRead = _isStrict || (IsEnvelope && member == members.Data);
                model.ReadDeclared(member, this);
                Keep(model, members[member]);
            }

            // The value may have had names of its own.
            _names.Expect(members, member);
        }
    }

    /// <summary>Keeps what could not be read. Of a member that comes twice the last value counts.</summary>
    private void Keep(ExtensibleObject model, string name)
    {
        if (_unread is not null)
        {
            model.AdditionalProperties[name] = _unread;
            _unread = null;
            _hasUnread = true;
        }
        else if (_hasUnread)
        {
            model.Forget(name);
        }
    }

    /// <summary>Moves to a value that has to begin in the given way, or is not there.</summary>
    private bool Begins(JsonToken start, string expected)
    {
        Advance();
        return TokenType == start || (!IsAbsent && Unread<bool>(expected));
    }

    /// <summary>What a member that cannot be null becomes: null and nothing leave it as it is, a value of another type unsets it.</summary>
    private T Present<T>(T current)
        where T : struct => _unread is null ? current : default;

    /// <summary>Takes note of a value of another type than the documented one.</summary>
    /// <exception cref="JsonSerializationException">Such a value fails the reading. An empty text never does: some services write it for nothing.</exception>
    private T? Unread<T>(string expected)
    {
        if (_mustRead && Value is not "")
        {
            throw WrongType.Of(this, expected);
        }

        Drift?.OnWrongType();
        _unread = Load();
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

        // The base class reads these words of JavaScript; as an outcome one could pass for none.
        if (TokenType is JsonToken.Undefined or JsonToken.StartConstructor)
        {
            throw new JsonReaderException("The text is not JSON.", Path, LineNumber, LinePosition, null);
        }
    }
}
