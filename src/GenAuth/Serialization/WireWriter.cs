using System.Globalization;
using GenAuth.Serialization.Converters;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Serialization;

/// <summary>
/// Writes JSON as UTF-8: the types of the API by generated code, everything else as a <see cref="JsonWriter"/> of Newtonsoft's
/// serializer. Members that are not set are left out.
/// </summary>
internal sealed partial class WireWriter : JsonWriter
{
    /// <summary>Replaces a value that is hidden.</summary>
    public const string Hidden = "***";

    private readonly PooledBytes _json = new();

    /// <summary>Collects the declared members instead of writing them.</summary>
    private readonly List<DeclaredMember>? _declared;

    private bool _isSensitive;
    private bool _isRequired;
    private bool _isNullable;

    /// <summary>The bits of <see cref="ExtensibleObject.Nulls"/> for the next members.</summary>
    private ulong _nulls;

    /// <summary>The declared members that were written, when unknown ones follow that could repeat them.</summary>
    private HashSet<string>? _written;

    /// <summary>The object whose unknown members follow.</summary>
    private ExtensibleObject? _owner;

    public WireWriter(List<DeclaredMember>? declared = null)
    {
        _declared = declared;
        AutoCompleteOnClose = false;
        Culture = CultureInfo.InvariantCulture;
    }

    /// <summary>
    /// Whether it is for a log: sensitive members are hidden, and everything that the document does not describe, because its
    /// content is unknown.
    /// </summary>
    public bool Hides { get; init; }

    /// <summary>All members that generated code knows, in the order in which it counts them.</summary>
    public static List<DeclaredMember> MembersOf(ExtensibleObject model)
    {
        var members = new List<DeclaredMember>();
        using var writer = new WireWriter(members);
        model.WriteDeclared(writer);
        return members;
    }

    /// <summary>Writes an object of the API, or any other value.</summary>
    public void Write(object value)
    {
        if (value is ExtensibleObject model && ModelTypes.Includes(model.GetType()))
        {
            Write(model);
        }
        else if (Hides)
        {
            WriteValue(Hidden);
        }
        else if (SystemTextJsonConverter.Handles(value.GetType()))
        {
            SystemTextJsonConverter.Write(this, value);
        }
        else
        {
            (Serializer ?? CustomJson.DerivedTypes).Serialize(this, value);
        }
    }

    public override string ToString() => _json.ToString();

    /// <summary>Marks the member that is added next as one that must not be logged.</summary>
    public WireWriter Sensitive()
    {
        _isSensitive = true;
        return this;
    }

    /// <summary>Marks the member that is added next as one that may be null although it is required.</summary>
    public WireWriter Nullable()
    {
        _isNullable = true;
        return this;
    }

    /// <summary>The same as <see cref="Sensitive"/> in one call for text, the type of nearly all sensitive members: a thousand call sites count in the library's size.</summary>
    public void AddSensitive(string name, string? value) => Sensitive().Add(name, value);

    public void AddRequiredSensitive(string name, string? value) => Required().AddSensitive(name, value);

    public void Add(string name, string? value)
    {
        if (Begins(name, value is not null))
        {
            WriteValue(value);
        }
    }

    public void Add(string name, int? value) => Add(name, (long?)value);

    public void Add(string name, long? value)
    {
        if (Begins(name, value is not null, isDefault: value is 0))
        {
            WriteValue(value.GetValueOrDefault());
        }
    }

    public void Add(string name, double? value)
    {
        if (Begins(name, value is not null, isDefault: value is 0))
        {
            WriteValue(value.GetValueOrDefault());
        }
    }

    public void Add(string name, bool? value)
    {
        if (Begins(name, value is not null, isDefault: value is false))
        {
            WriteValue(value.GetValueOrDefault());
        }
    }

    public void Add(string name, DateTimeOffset? value)
    {
        if (Begins(name, value is not null))
        {
            WriteValue(Instant.ToText(value.GetValueOrDefault()));
        }
    }

    public void Add(string name, JToken? value)
    {
        if (Begins(name, value is not null, isFree: true))
        {
            value!.WriteTo(this);
        }
    }

    public void Add(string name, ExtensibleObject? value)
    {
        if (Begins(name, value is not null))
        {
            Write((object)value!);
        }
    }

    public void Add(string name, IReadOnlyList<string>? values) => AddList(name, values, static (writer, value) => writer.WriteValue(value));

    public void Add(string name, IReadOnlyList<int>? values) => AddList(name, values, static (writer, value) => writer.WriteValue(value));

    public void Add(string name, IReadOnlyList<long>? values) => AddList(name, values, static (writer, value) => writer.WriteValue(value));

    public void Add(string name, IReadOnlyList<double>? values) => AddList(name, values, static (writer, value) => writer.WriteValue(value));

    public void Add(string name, IReadOnlyList<bool>? values) => AddList(name, values, static (writer, value) => writer.WriteValue(value));

    public void Add(string name, IReadOnlyList<DateTimeOffset>? values) => AddList(name, values, static (writer, value) => writer.WriteValue(Instant.ToText(value)));

    public void Add(string name, IReadOnlyList<JToken>? values) => AddList(name, values, static (writer, value) => value.WriteTo(writer), isFree: true);

    public void Add(string name, IReadOnlyList<ExtensibleObject>? values) => AddList(name, values, static (writer, value) => writer.Write((object)value));

    public void AddText<T>(string name, T? value)
        where T : struct, IExtensibleEnum<string> => Add(name, value?.Value);

    public void AddNumber<T>(string name, T? value)
        where T : struct, IExtensibleEnum<int> => Add(name, value?.Value);

    public void AddTexts<T>(string name, IReadOnlyList<T>? values)
        where T : IExtensibleEnum<string> => AddList(name, values, static (writer, value) => writer.WriteValue(value.Value));

    /// <summary>Writes a member of a type that only Newtonsoft's serializer knows.</summary>
    public void AddOther(string name, object? value)
    {
        if (Begins(name, value is not null, isFree: true))
        {
            ReflectionJson.Serializer.Serialize(this, value);
        }
    }

    private void AddList<T>(string name, IReadOnlyList<T>? values, Action<WireWriter, T> write, bool isFree = false)
    {
        if (!Begins(name, values is not null, isFree))
        {
            return;
        }

        WriteStartArray();
        var (partial, index) = (values as IPartialList, 0);
        foreach (var value in values!)
        {
            WriteLeftOut(partial, index++);
            if (value is null)
            {
                WriteNull();
            }
            else
            {
                write(this, value);
            }
        }

        WriteLeftOut(partial, index);
        WriteEndArray();
    }

    /// <summary>Writes the elements that were received in front of the next one and could not be read.</summary>
    private void WriteLeftOut(IPartialList? list, int next)
    {
        foreach (var json in list?.LeftOutBefore(next) ?? [])
        {
            if (Hides)
            {
                WriteValue(Hidden);
            }
            else
            {
                json.WriteTo(this);
            }
        }
    }

    /// <summary>Writes the name, and returns whether the value has to follow.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="isSet">Whether there is a value.</param>
    /// <param name="isFree">Whether its form is not documented.</param>
    /// <param name="isDefault">Whether a member that cannot be null has this value too when it is not set.</param>
    private bool Begins(string name, bool isSet, bool isFree = false, bool isDefault = false)
    {
        var (isSensitive, isRequired, isNullable) = (_isSensitive, _isRequired, _isNullable);
        (_isSensitive, _isRequired, _isNullable) = (false, false, false);
        if (_declared is not null)
        {
            _declared.Add(new(_declared.Count, name, isRequired, isNullable || !isRequired, isSet));
            return false;
        }

        // Zero and false may mean unset; the value or the null that was received in its place is written then.
        var isNull = (_nulls & 1) != 0;
        _nulls >>= 1;
        isSet &= !(isDefault && isRequired && (isNull || IsKept(name)));
        isNull = isNull && !isSet && !IsKept(name);
        var hides = Hides && (isSensitive || isFree);
        if (isSet || isNull)
        {
            _written?.Add(name);
            WritePropertyName(name);
            if (hides)
            {
                WriteValue(Hidden);
            }
            else if (isNull)
            {
                WriteNull();
            }
        }

        return isSet && !hides;
    }

    /// <summary>Whether a value of this name follows among the unknown members.</summary>
    private bool IsKept(string name) => _owner?.Keeps(name) == true;

    private void Write(ExtensibleObject model)
    {
        if (Top >= GenAuthJson.MaxDepth)
        {
            throw new JsonSerializationException($"{model.GetType().Name} is nested more than {GenAuthJson.MaxDepth} levels deep. Check that no object holds itself.");
        }

        var outer = (_written, _owner, _nulls);
        var written = model.HasUnknownMembers && !Hides ? new HashSet<string>(StringComparer.Ordinal) : null;
        (_written, _owner, _nulls) = (written, written is null ? null : model, model.Nulls);
        WriteStartObject();
        model.WriteDeclared(this);
        (_written, _owner, _nulls) = outer;
        if (written is not null)
        {
            model.WriteUnknown(this, written);
        }
        else if (model.HasUnknownMembers)
        {
            // Their names are hidden too: some types are tables whose names are data.
            WritePropertyName(Hidden);
            WriteValue(Hidden);
        }

        WriteEndObject();
    }
}
