using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using GenAuth.Models;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace GenAuth.Serialization.Converters;

/// <summary>
/// Reads what surrounds the data of a response in whatever type it comes: the <c>statusCode</c> alone says whether a call
/// succeeded, so no other member of the envelope may turn a success into a failure.
/// </summary>
[RequiresUnreferencedCode(Trimming.CustomTypes)]
[RequiresDynamicCode(Trimming.CustomTypes)]
internal class EnvelopeContractResolver : DefaultContractResolver
{
    /// <summary>A type that is derived from one of the API's is written by reflection; its unknown members must not repeat declared ones.</summary>
    protected override JsonObjectContract CreateObjectContract(Type objectType)
    {
        var contract = base.CreateObjectContract(objectType);
        if (typeof(ExtensibleObject).IsAssignableFrom(objectType) && contract.ExtensionDataGetter is { } unknown)
        {
            foreach (var property in contract.Properties)
            {
                WriteOnce(property);
            }

            contract.ExtensionDataGetter = owner => (unknown(owner) ?? []).Concat(Nulls(owner)).Where(member => !IsSet(contract, owner, (string)member.Key));
        }

        return contract;
    }

    /// <summary>The converter of the API's types hands derived ones to this serializer, which must not hand them back.</summary>
    protected override JsonConverter? ResolveContractConverter(Type objectType) =>
        typeof(ExtensibleObject).IsAssignableFrom(objectType) && !ModelTypes.Includes(objectType) ? null : base.ResolveContractConverter(objectType);

    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (typeof(IApiResponse).IsAssignableFrom(member.DeclaringType))
        {
            property.Converter = property.PropertyName switch
            {
                "apiCode" => LenientApiCode.Instance,
                "message" or "requestId" => LenientEnvelopeText.Instance,
                _ => property.Converter,
            };
        }

        return property;
    }

    private static IEnumerable<KeyValuePair<object, object>> Nulls(object owner) =>
        ((ExtensibleObject)owner).NullMembers.Select(name => new KeyValuePair<object, object>(name, JValue.CreateNull()));

    private static bool IsSet(JsonObjectContract contract, object owner, string name) =>
        contract.Properties.GetProperty(name, StringComparison.Ordinal) is { Ignored: false, ValueProvider: { } value } property
        && property.ShouldSerialize?.Invoke(owner) != false && value.GetValue(owner) is not null;

    /// <summary>A member that cannot be null has a value when it is not set too. What was received in its place is written then.</summary>
    private static void WriteOnce(JsonProperty property)
    {
        if (property is { PropertyType: { IsValueType: true } type, PropertyName: { } name, ValueProvider: { } value } && Nullable.GetUnderlyingType(type) is null)
        {
            var (unset, condition) = (Activator.CreateInstance(type), property.ShouldSerialize);
            property.ShouldSerialize = owner =>
                condition?.Invoke(owner) != false && !(((ExtensibleObject)owner).Keeps(name) && Equals(value.GetValue(owner), unset));
        }
    }

    private sealed class LenientApiCode : JsonConverter
    {
        public static readonly LenientApiCode Instance = new();

        public override bool CanConvert(Type objectType) => true;

        // Null leaves the reader where it is: the serializer then keeps the value among the additional properties.
        public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
            LenientValue.Int32(reader) is { } code ? new ApiCode(code) : null;

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
            writer.WriteValue(((ApiCode?)value)?.Value);
    }

    private sealed class LenientEnvelopeText : JsonConverter
    {
        public static readonly LenientEnvelopeText Instance = new();

        public override bool CanConvert(Type objectType) => true;

        public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
            LenientValue.TextOrRaw(reader);

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue((string?)value);
    }
}
