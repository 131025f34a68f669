using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using GenAuth.Serialization.Converters;
using Newtonsoft.Json.Linq;

namespace GenAuth.Serialization;

/// <summary>Objects: which member a name is, and what becomes of a value that cannot be read.</summary>
internal ref partial struct WireReader
{
    private readonly bool IsEnvelope => _level == 1;

    /// <summary>A document of the type, whether it is one of the API's or not.</summary>
    public T? Document<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>()
    {
        Advance();
        if (typeof(T) == typeof(JToken))
        {
            return (T)(object)Load();
        }

        if (typeof(T) == typeof(JsonElement))
        {
            return (T)(object)Element();
        }

        if (!typeof(ExtensibleObject).IsAssignableFrom(typeof(T)) || typeof(T).IsAbstract)
        {
            // Read twice, so that limits and syntax are the same for all types.
            Skip();
            return ReflectionJson.Read<T>(_bytes, _drift?.Notes, _limits);
        }

        return (T?)(object?)Object(typeof(T), serializer: null);
    }

    /// <summary>The value as an element of its own; limits and syntax are the same as for all types.</summary>
    private JsonElement Element()
    {
        using var document = JsonDocument.Parse(
            CopyOfValue(),
            new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = GenAuthJson.MaxDepth });
        return document.RootElement.Clone();
    }

    /// <summary>An object of a type of the API, or of one that a program derives from it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="serializer">Reads members that only reflection finds; <see langword="null"/> takes the SDK's own.</param>
    public ExtensibleObject? Document(Type type, Newtonsoft.Json.JsonSerializer? serializer)
    {
        Advance();
        return Object(type, serializer);
    }

    public T? Model<T>()
        where T : ExtensibleObject, new()
    {
        if (!Begins(JsonTokenType.StartObject, "an object"))
        {
            return null;
        }

        var model = new T();
        Fill(model, ModelMembers.Get(model));
        return model;
    }

    /// <summary>A type that only Newtonsoft's serializer knows; null changes nothing where the member cannot be null.</summary>
    public T? Other<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(T? current, bool isNullable = false)
    {
        if (IsNull)
        {
            return isNullable ? default : current;
        }

        var json = Load();
        try
        {
            using var reader = json.CreateReader();
            return ReflectionJson.Serializer.Deserialize<T>(reader);
        }
        catch (Newtonsoft.Json.JsonException) when (!_mustRead)
        {
            _drift?.OnWrongType();
            _unread = json;
            return default;
        }
    }

    /// <summary>The value that was read last is not in its extensible enum.</summary>
    public readonly void OnUnknownValue() => _drift?.OnUnknownValue();

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Response types keep their constructor (Trimming.ResponseType); other types come from serializers of the program, which is warned where it makes them.")]
    private ExtensibleObject? Object(Type type, Newtonsoft.Json.JsonSerializer? serializer)
    {
        if (_json.TokenType != JsonTokenType.StartObject || type.IsAbstract)
        {
            return IsNull || IsEmptyText ? null : throw WrongType(type.IsAbstract ? "a type of which there are objects" : "an object");
        }

        var model = (ExtensibleObject)Activator.CreateInstance(type)!;
        var members = ModelMembers.Get(model);
        Fill(model, members);
        DerivedMembers.Take(model, members, serializer, _limits.IsStrict);
        return model;
    }

    private void Fill(ExtensibleObject model, ModelMembers members)
    {
        _drift?.Enter(members);
        _level++;
        var previous = ModelMembers.Unknown;
        while (Advance() != JsonTokenType.EndObject)
        {
            var member = members.Find(NameBytes(), previous, out _isExact);
            if (member == ModelMembers.Unknown)
            {
                var name = Name();
                _drift?.OnUnknownMember(name);
                Advance();
                model.AdditionalProperties[name] = Load();
                continue;
            }

            previous = member;
            _drift?.OnMember(member);
            _mustRead = _limits.IsStrict || (IsEnvelope && member == members.Data);
            Advance();
            var isNull = IsNull;
            model.ReadDeclared(member, ref this);
            if (_hasUnread || _unread is not null)
            {
                Keep(model, members[member]);
            }

            if (isNull)
            {
                model.AddNull(member, members[member]);
            }
        }

        model.OnRead();
        _drift?.Leave();
        _level--;
    }

    private readonly ReadOnlySpan<byte> NameBytes() => _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(Name()) : _json.ValueSpan;

    /// <summary>Keeps a value that could not be read. Of a member that comes twice the last value counts.</summary>
    private void Keep(ExtensibleObject model, string name)
    {
        if (_unread is not null)
        {
            model.AdditionalProperties[name] = _unread;
            _unread = null;
            _hasUnread = true;
        }
        else
        {
            model.Forget(name);
        }
    }

    /// <summary>Whether an object or a list begins here. Null is none, and so is a value of another type, which is noted.</summary>
    private bool Begins(JsonTokenType start, string expected) =>
        _json.TokenType == start || (!IsNull && Unread<bool>(expected));

    /// <summary>The value of a member that cannot be null: null leaves it as it is, a value of another type unsets it.</summary>
    private readonly T Present<T>(T current)
        where T : struct => _unread is null ? current : default;

    /// <summary>Notes a value of another type than the documented one.</summary>
    /// <exception cref="Newtonsoft.Json.JsonSerializationException">Such a value fails the reading. An empty text never does: some services write it for nothing.</exception>
    private T? Unread<T>(string expected)
    {
        if (_mustRead && !IsEmptyText)
        {
            throw WrongType(expected);
        }

        _drift?.OnWrongType();
        _unread = Load();
        return default;
    }
}
