using System.Text.Json;
using System.Text.Json.Serialization;
using GenAuth.Serialization;
using GenAuth.Serialization.Converters;

namespace GenAuth;

/// <summary>Reads and writes an extensible enum for <c>System.Text.Json</c> as its text or number, whether this version of the SDK knows it or not.</summary>
/// <typeparam name="T">One of the extensible enums of the SDK.</typeparam>
public sealed class ExtensibleEnumJsonConverter<T> : JsonConverter<T>
    where T : struct
{
    /// <summary>Null becomes the default where the type cannot be null.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is an object or a list, or no whole number where one is needed.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        return SystemTextJson.Read(ref reader, static json =>
        {
            var wire = new WireReader(json);
            wire.Advance();
            return default(T) is IEnumReader<T> type ? type.FromJson(ref wire) : null;
        })
        ?? throw new JsonException($"The value is not one of {typeof(T).Name}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        Throw.IfNull(writer, nameof(writer));
        if (value is IExtensibleEnum<int> number)
        {
            writer.WriteNumberValue(number.Value);
        }
        else
        {
            writer.WriteRawValue(Newtonsoft.Json.JsonConvert.ToString((value as IExtensibleEnum<string>)?.Value), skipInputValidation: true);
        }
    }
}
