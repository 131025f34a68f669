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

    /// <summary>Collects the declared members, whether they are set or not.</summary>
    private readonly MemberList? _declared;

    private bool _isSensitive;
    private bool _isRequired;

    /// <summary>The declared members that were written, when unknown ones follow that could repeat them.</summary>
    private HashSet<string>? _written;

    /// <summary>The object whose unknown members follow.</summary>
    private ExtensibleObject? _owner;

    public WireWriter(MemberList? declared = null)
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
    public static MemberList MembersOf(ExtensibleObject model)
    {
        var members = new MemberList();
        using var writer = new WireWriter(members);
        writer.Write(model);
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
            (Serializer ?? ReflectionJson.Serializer).Serialize(this, value);
        }
    }

    public override string ToString() => _json.ToString();

    /// <summary>Marks the member that is added next as one that must not be logged.</summary>
    public WireWriter Sensitive()
    {
        _isSensitive = true;
        return this;
    }

    /// <summary>The same in one call for text, the type of nearly all sensitive members: a thousand call sites count in the library's size.</summary>
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
        _declared?.Add(name, _isRequired);

        // Zero and false may mean unset; the value that was received in its place is written then.
        isSet &= !(isDefault && _isRequired && _owner?.Keeps(name) == true);
        var hides = Hides && (_isSensitive || isFree);
        _isSensitive = false;
        _isRequired = false;
        if (isSet)
        {
            _written?.Add(name);
            WritePropertyName(name);
            if (hides)
            {
                WriteValue(Hidden);
            }
        }

        return isSet && !hides;
    }

    private void Write(ExtensibleObject model)
    {
        if (Top >= GenAuthJson.MaxDepth)
        {
            throw new JsonSerializationException($"{model.GetType().Name} is nested more than {GenAuthJson.MaxDepth} levels deep. Check that no object holds itself.");
        }

        var outer = (_written, _owner);
        var written = model.HasUnknownMembers && !Hides ? new HashSet<string>(StringComparer.Ordinal) : null;
        (_written, _owner) = (written, written is null ? null : model);
        WriteStartObject();
        model.WriteDeclared(this);
        (_written, _owner) = outer;
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
