using GenAuth.Serialization;
using GenAuth.Serialization.Converters;
using Newtonsoft.Json.Linq;

namespace GenAuth;

/// <summary>Explicit nulls: declared members that are written as null instead of being left out.</summary>
public abstract partial class ExtensibleObject
{
    private const int BitsOfNulls = 64;

    // A bit for each declared member. Services write null for most members that have no value, so a received object needs many.
    private ulong _nulls;

    /// <summary>One bit for each declared member, in the order of <see cref="WriteDeclared"/>: whether null is written while it is unset.</summary>
    internal ulong Nulls => _nulls;

    /// <summary>The wire names of the declared members that are explicitly null.</summary>
    internal IEnumerable<string> NullMembers => _nulls == 0 ? [] : WireWriter.MembersOf(this).Where(IsMarked).Select(member => member.Name);

    /// <summary>
    /// Sends a member as JSON's <c>null</c>, with which an update clears it. A member that is only left unset is not sent at all.
    /// </summary>
    /// <remarks>
    /// The property becomes <see langword="null"/>; a value that it is given afterwards is sent instead. Received nulls are explicit
    /// too, so that an object which is read and written again keeps them. Forms have no null: there the member is left out.
    /// </remarks>
    /// <example><code>
    /// var request = new UpdateUserReqDto { UserId = userId };
    /// request.SetNull(nameof(UpdateUserReqDto.Nickname));
    /// </code></example>
    /// <param name="propertyName">The C# name of a property that can be <see langword="null"/>; write it with <see langword="nameof"/>.</param>
    /// <exception cref="ArgumentException">The type has no such property, or the property cannot be null. The message says what to do.</exception>
    public void SetNull(string propertyName)
    {
        Throw.IfNull(propertyName, nameof(propertyName));
        if (DerivedMembers.Find(this, propertyName) is { } own)
        {
            if (own.PropertyType is { IsValueType: true } type && Nullable.GetUnderlyingType(type) is null)
            {
                throw CannotBeNull(propertyName);
            }

            own.ValueProvider!.SetValue(this, null);
            AdditionalProperties[own.PropertyName!] = JValue.CreateNull();
            return;
        }

        var member = MemberOf(propertyName);
        if (!member.IsNullable)
        {
            throw CannotBeNull(propertyName);
        }

        // Generated code reads a null as an unset property.
        var json = new WireReader("null"u8);
        json.Advance();
        ReadDeclared(member.Index, ref json);
        Forget(member.Name);
        AddNull(member.Index, member.Name);
    }

    /// <summary>Whether a member is explicitly null: by <see cref="SetNull"/>, or because null was received. A member with a value is not.</summary>
    /// <param name="propertyName">The C# name of a property; write it with <see langword="nameof"/>.</param>
    /// <returns><see langword="true"/> when null is sent for the member.</returns>
    /// <exception cref="ArgumentException">The type has no such property.</exception>
    public bool IsNull(string propertyName)
    {
        Throw.IfNull(propertyName, nameof(propertyName));
        return DerivedMembers.Find(this, propertyName) is { } own
            ? own.ValueProvider!.GetValue(this) is null && KeepsNull(own.PropertyName!)
            : IsNull(MemberOf(propertyName));
    }

    /// <summary>The C# name of a declared member, where it is not the wire name with a capital letter first.</summary>
    internal virtual string? PropertyNameOf(int member) => null;

    /// <summary>Records that a declared member is explicitly null.</summary>
    internal void AddNull(int member, string name)
    {
        if (member < BitsOfNulls)
        {
            _nulls |= 1UL << member;
        }
        else
        {
            AdditionalProperties[name] = JValue.CreateNull();
        }
    }

    /// <summary>A copy for a serializer that finds the members by reflection, which knows nulls among the unknown members only.</summary>
    internal ExtensibleObject WithNullsAsUnknown()
    {
        if (_nulls == 0)
        {
            return this;
        }

        var copy = ShallowCopy();
        (copy._nulls, copy._additionalProperties) = (0, NullMembers.ToDictionary(name => name, JToken (_) => JValue.CreateNull(), StringComparer.Ordinal));
        foreach (var member in _additionalProperties ?? Enumerable.Empty<KeyValuePair<string, JToken>>())
        {
            copy._additionalProperties.Add(member);
        }

        return copy;
    }

    private bool IsNull(DeclaredMember member) => IsMarked(member) || (!member.IsSet && KeepsNull(member.Name));

    private bool IsMarked(DeclaredMember member) =>
        member.Index < BitsOfNulls && ((_nulls >> member.Index) & 1) != 0 && !member.IsSet && !Keeps(member.Name);

    private bool KeepsNull(string name) => _additionalProperties?.TryGetValue(name, out var json) == true && json is null or { Type: JTokenType.Null };

    private DeclaredMember MemberOf(string propertyName)
    {
        var members = WireWriter.MembersOf(this);
        return members.Find(member => NameOf(member) == propertyName) ?? throw new ArgumentException(
            $"{GetType().Name} has no member of the C# name '{propertyName}'. Pass the name of one of its properties, for example nameof({GetType().Name}.{Example(members, propertyName)}).",
            nameof(propertyName));
    }

    private string NameOf(DeclaredMember member) => PropertyNameOf(member.Index) ?? char.ToUpperInvariant(member.Name[0]) + member.Name.Substring(1);

    /// <summary>The property that is meant by a wire name or by another case.</summary>
    private string Example(List<DeclaredMember> members, string name) =>
        members.Find(member => member.Name == name || NameOf(member).Equals(name, StringComparison.OrdinalIgnoreCase)) is { } meant ? NameOf(meant)
        : members.Find(member => member.IsNullable) is { } first ? NameOf(first)
        : "Name";

    private ArgumentException CannotBeNull(string propertyName) => new(
        $"{GetType().Name}.{propertyName} cannot be null, because the API requires a value. Give it one, or clear another member.", nameof(propertyName));
}
