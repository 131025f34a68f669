using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;

namespace GenAuth.Serialization.Converters;

/// <summary>
/// Reads and writes extensible enums for serializers of the application. One converter for all of them keeps the assembly smaller than
/// one each; the SDK itself reads and writes them with generated code.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A serializer of the program reads the type; making one requires unreferenced code, and generated code calls the constructors.")]
internal sealed class NewtonsoftEnumConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) =>
        typeof(IExtensibleEnum<string>).IsAssignableFrom(objectType) || typeof(IExtensibleEnum<int>).IsAssignableFrom(objectType);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var nullable = Nullable.GetUnderlyingType(objectType);
        var type = nullable ?? objectType;
        if (reader.TokenType == JsonToken.Null)
        {
            return nullable is null ? Activator.CreateInstance(type) : null;
        }

        // A number given as text is accepted, and the other way about.
        var isNumber = typeof(IExtensibleEnum<int>).IsAssignableFrom(type);
        object? value = isNumber ? LenientValue.Int32(reader) : LenientValue.Text(reader);
        return value is not null ? Activator.CreateInstance(type, value) : throw WrongType.CreateException(reader, isNumber ? "a whole number" : "text");
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        writer.WriteValue(value is IExtensibleEnum<int> number ? number.Value : (value as IExtensibleEnum<string>)?.Value);
}
