using System.Text;
using Newtonsoft.Json;

namespace GenAuth.Serialization.Converters;

/// <summary>Reads and writes the points in time of types that a program derives as generated code does, for serializers that find the members by reflection.</summary>
internal sealed class NewtonsoftInstantConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(DateTimeOffset);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => reader.Value switch
    {
        null => Nullable.GetUnderlyingType(objectType) is null ? existingValue : null,
        // A reader may take a text with an offset for a date.
        DateTimeOffset value => value.ToUniversalTime(),
        DateTime { Kind: not DateTimeKind.Unspecified } value => new DateTimeOffset(value.ToUniversalTime()),
        string text when Instant.Parse(Encoding.UTF8.GetBytes(text)) is { } value => value,
        _ => throw WrongType.CreateException(reader, "a point in time in RFC 3339"),
    };

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        writer.WriteValue(value is DateTimeOffset instant ? Instant.ToText(instant) : null);
}
