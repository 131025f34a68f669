using System.Text.Json;
using System.Text.Json.Serialization;
using GenAuth.Serialization;
using GenAuth.Serialization.Converters;

namespace GenAuth;

/// <summary>
/// Reads and writes the types of the API for <c>System.Text.Json</c>, as <c>Newtonsoft.Json</c> does: in the results of minimal APIs,
/// in request bodies and in a <see cref="JsonSerializerContext"/>. Members that a type does not declare are kept. The options of
/// the serializer, such as its naming policy or indentation, do not apply within such an object.
/// </summary>
/// <remarks>
/// The types of the API have it already. Put it on a type that you derive from one of them, because attributes for
/// <c>System.Text.Json</c> are not inherited: <c>[JsonConverter(typeof(ExtensibleObjectJsonConverter))]</c>.
/// </remarks>
public sealed class ExtensibleObjectJsonConverter : JsonConverter<ExtensibleObject>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(ExtensibleObject).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is no object.</exception>
    public override ExtensibleObject? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SystemTextJson.Read(ref reader, json => GenAuthJson.Read(json, typeToConvert));

    /// <inheritdoc/>
    /// <exception cref="JsonException">The object is nested too deeply, or a member cannot be written.</exception>
    public override void Write(Utf8JsonWriter writer, ExtensibleObject value, JsonSerializerOptions options)
    {
        Throw.IfNull(writer, nameof(writer));
        Throw.IfNull(value, nameof(value));
        try
        {
            // As it is: the writer's own escaping would make another text of it.
            writer.WriteRawValue(GenAuthJson.ToBytes(value), skipInputValidation: true);
        }
        catch (Newtonsoft.Json.JsonException exception)
        {
            throw new JsonException(exception.Message);
        }
    }
}
