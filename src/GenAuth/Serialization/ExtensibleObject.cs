using System.Diagnostics.CodeAnalysis;
using GenAuth.Serialization;
using GenAuth.Serialization.Converters;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth;

/// <summary>
/// Base of every request and response type. What is not set is not sent, <see cref="SetNull"/> sends null, and members that this
/// version of the SDK does not know are kept.
/// </summary>
[JsonConverter(typeof(NewtonsoftModelConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(ExtensibleObjectJsonConverter))]
[JsonObject(ItemNullValueHandling = NullValueHandling.Ignore)]
public abstract partial class ExtensibleObject
{
    // A field of its own, so that an object without unknown members has no dictionary.
    [JsonExtensionData]
    private IDictionary<string, JToken>? _additionalProperties;

    /// <summary>Initializes an object without members.</summary>
    // Newtonsoft.Json creates the converters by reflection, from attributes that the trimmer does not follow.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(NewtonsoftModelConverter))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(NewtonsoftEnumConverter))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(NewtonsoftInstantConverter))]
    protected ExtensibleObject()
    {
    }

    private protected IDictionary<string, JToken>? UnknownMembers => _additionalProperties;

    /// <summary>
    /// Members by their wire names that the type does not declare: received ones are kept here and written back, added ones
    /// are sent. A declared member that is set is sent instead of one of its name here.
    /// </summary>
    /// <remarks>
    /// Received members of another JSON type than documented are kept here too, while the property stays unset; see
    /// <see cref="ResponseValidation"/>. A list leaves out the elements that cannot be read as the documented type, and writes
    /// them back at their places; a list of your own replaces them.
    /// </remarks>
    [JsonIgnore]
    public IDictionary<string, JToken> AdditionalProperties => _additionalProperties ??= new Dictionary<string, JToken>(StringComparer.Ordinal);

    /// <summary>A copy of the object itself: it shares the values of its members.</summary>
    internal ExtensibleObject ShallowCopy() => (ExtensibleObject)MemberwiseClone();

    /// <summary>Reads the value at the reader's token into a declared member, counted as <see cref="WriteDeclared"/> names them.</summary>
    internal virtual void ReadDeclared(int member, ref WireReader reader)
    {
    }

    /// <summary>Called when all members have been read.</summary>
    internal virtual void OnRead()
    {
    }

    /// <summary>Gives all declared members to the writer, which leaves out those that are not set.</summary>
    internal virtual void WriteDeclared(WireWriter writer)
    {
    }

    /// <summary>The name of an additional property, in the case in which it was received; <see langword="null"/> where there is none.</summary>
    internal string? Find(string name) => _additionalProperties is null ? null
        : _additionalProperties.ContainsKey(name) ? name
        : _additionalProperties.Keys.FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a member of this name is among the additional properties.</summary>
    internal bool Keeps(string name) => _additionalProperties?.ContainsKey(name) == true;

    internal void Forget(string name) => _additionalProperties?.Remove(name);

    internal bool HasUnknownMembers => _additionalProperties is { Count: > 0 };

    /// <param name="writer">Where they go.</param>
    /// <param name="written">The names of the declared members that are set; a member is written once.</param>
    internal void WriteUnknown(WireWriter writer, ISet<string> written)
    {
        foreach (var member in _additionalProperties ?? Enumerable.Empty<KeyValuePair<string, JToken>>())
        {
            if (!written.Contains(member.Key))
            {
                writer.WritePropertyName(member.Key);
                (member.Value ?? JValue.CreateNull()).WriteTo(writer);
            }
        }
    }
}
