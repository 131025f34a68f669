using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Json;

/// <summary>Writes the types of the API without reflection. What is not set is not written.</summary>
internal sealed partial class ModelWriter : JsonTextWriter
{
    /// <summary>What stands for a value that is hidden.</summary>
    public const string Hidden = "***";

    /// <summary>Where the members go, whether they are set or not.</summary>
    private readonly MemberList? _members;

    private readonly MemberPlaces? _places;
    private readonly bool _hides;
    private bool _isSensitive;
    private bool _isRequired;

    /// <summary>The declared members that were written, where unknown ones follow that could repeat them.</summary>
    private HashSet<string>? _written;

    /// <summary>The object whose unknown members follow.</summary>
    private ExtensibleObject? _owner;

    /// <param name="text">Where the JSON goes.</param>
    /// <param name="places">Where the places of the outermost object's members are noted, if anybody asks for them.</param>
    /// <param name="hides">
    /// Whether it is for a log: hidden are sensitive members, and everything that the document does not describe, since nobody
    /// knows what is in it.
    /// </param>
    public ModelWriter(TextWriter text, MemberPlaces? places = null, bool hides = false)
        : base(text)
    {
        _places = places;
        _hides = hides;
        ArrayPool = CharPool.Instance;
        AutoCompleteOnClose = false;
        CloseOutput = false;
        Culture = CultureInfo.InvariantCulture;
    }

    private ModelWriter(MemberList members)
        : this(TextWriter.Null) => _members = members;

    /// <summary>All members that generated code knows, in the order in which it counts them.</summary>
    public static MemberList MembersOf(ExtensibleObject model)
    {
        var members = new MemberList();
        using var writer = new ModelWriter(members);
        writer.Write(model);
        return members;
    }

    /// <summary>An object of the API, or whatever else there is to write.</summary>
    public void Write(object value)
    {
        if (value is ExtensibleObject model && ModelTypes.Includes(model.GetType()))
        {
            Write(model);
        }
        else if (_hides)
        {
            WriteValue(Hidden);
        }
        else
        {
            (Serializer ?? ReflectionJson.Serializer).Serialize(this, value);
        }
    }

    /// <summary>Says of the member that is added next that it must not be logged.</summary>
    public ModelWriter Sensitive()
    {
        _isSensitive = true;
        return this;
    }

    /// <summary>The same in one call for text, which nearly all that is sensitive is: a thousand calls show in the library's size.</summary>
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
        where T : struct, IOpenValue<string> => Add(name, value?.Value);

    public void AddNumber<T>(string name, T? value)
        where T : struct, IOpenValue<int> => Add(name, value?.Value);

    public void AddTexts<T>(string name, IReadOnlyList<T>? values)
        where T : IOpenValue<string> => AddList(name, values, static (writer, value) => writer.WriteValue(value.Value));

    /// <summary>A member of a type that only Newtonsoft's serializer knows.</summary>
    public void AddOther(string name, object? value)
    {
        if (Begins(name, value is not null, isFree: true))
        {
            ReflectionJson.Serializer.Serialize(this, value);
        }
    }

    public override void WritePropertyName(string name)
    {
        var start = _places?.Position ?? 0;
        base.WritePropertyName(name);
        Note(name, start);
    }

    // The way of the serializer, where it knows that a name needs no escaping.
    public override void WritePropertyName(string name, bool escape)
    {
        var start = _places?.Position ?? 0;
        base.WritePropertyName(name, escape);
        Note(name, start);
    }

    private void Note(string name, int start)
    {
        CheckName(name);
        if (_places is not null && Top == 1)
        {
            _places.Add(name, start);
        }
    }

    private void AddList<T>(string name, IReadOnlyList<T>? values, Action<ModelWriter, T> write, bool isFree = false)
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

    /// <summary>The elements that were received in front of the next one and could not be read.</summary>
    private void WriteLeftOut(IPartialList? list, int next)
    {
        foreach (var json in list?.LeftOutBefore(next) ?? [])
        {
            if (_hides)
            {
                WriteValue(Hidden);
            }
            else
            {
                json.WriteTo(this);
            }
        }
    }

    /// <summary>Writes the name, and says whether the value is to follow.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="isSet">Whether there is a value.</param>
    /// <param name="isFree">Whether its form is not documented.</param>
    /// <param name="isDefault">Whether a member that cannot be null has this value too when it is not set.</param>
    private bool Begins(string name, bool isSet, bool isFree = false, bool isDefault = false)
    {
        _members?.Add(name, _isRequired);

        // Nothing tells that it was set, but what was received in its place is there to be written.
        isSet &= !(isDefault && _isRequired && _owner?.Keeps(name) == true);
        var hides = _hides && (_isSensitive || isFree);
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
        var written = model.HasUnknownMembers && !_hides ? new HashSet<string>(StringComparer.Ordinal) : null;
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
            // Not even their names: some types are tables whose names are data.
            WritePropertyName(Hidden);
            WriteValue(Hidden);
        }

        WriteEndObject();
    }
}
