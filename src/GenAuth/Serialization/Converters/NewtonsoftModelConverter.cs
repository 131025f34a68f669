using System.Diagnostics.CodeAnalysis;
using System.Text;
using Newtonsoft.Json;

namespace GenAuth.Serialization.Converters;

/// <summary>
/// Reads and writes the API's types for serializers of the application's own, with the code that a call uses: so both come to the
/// same, whatever the serializer's settings are.
/// </summary>
internal sealed class NewtonsoftModelConverter : JsonConverter
{
    // Set while a derived type is handed back to the serializer, which asks CanWrite for that same object next.
    [ThreadStatic]
    private static bool _isHandedBack;

    public override bool CanWrite
    {
        get
        {
            var canWrite = !_isHandedBack;
            _isHandedBack = false;
            return canWrite;
        }
    }

    public override bool CanConvert(Type objectType) => typeof(ExtensibleObject).IsAssignableFrom(objectType);

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A serializer of the program reads the type; making one requires unreferenced code, and generated code calls the constructor.")]
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null || reader.Value is "")
        {
            return null;
        }

        if (reader.TokenType != JsonToken.StartObject || objectType.IsAbstract)
        {
            throw WrongType.CreateException(reader, objectType.IsAbstract ? "a type of which there are objects" : "an object");
        }

        var (place, own) = (reader.Path, reader as LenientJsonReader);
        var json = Encoding.UTF8.GetBytes(RawJson(reader));
        try
        {
            return GenAuthJson.Read(json, objectType, serializer, own?.Drift, own?.Limits ?? default);
        }
        catch (JsonSerializationException exception) when (place.Length > 0)
        {
            // It names the place within the object alone.
            throw new JsonSerializationException(exception.Message, $"{place}.{exception.Path}", exception.LineNumber, exception.LinePosition, null);
        }
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (!ModelTypes.Includes(value!.GetType()))
        {
            // The serializer finds its members by reflection. An object within it is written by this converter again.
            _isHandedBack = true;
            serializer.Serialize(writer, ((ExtensibleObject)value).WithNullsAsUnknown());
        }
        else if (writer is WireWriter own)
        {
            own.Write(value);
        }
        else if (WritesPlainJson(writer))
        {
            writer.WriteRawValue(GenAuthJson.ToText(value));
        }
        else
        {
            using var text = new StringReader(GenAuthJson.ToText(value));
            using var reader = new LenientJsonReader(text);
            writer.WriteToken(reader);
        }
    }

    /// <summary>Whether the writer's own settings ask for nothing that the SDK's text does not have.</summary>
    private static bool WritesPlainJson(JsonWriter writer) => writer.GetType() == typeof(JsonTextWriter)
        && writer is JsonTextWriter { Formatting: Formatting.None, StringEscapeHandling: StringEscapeHandling.Default, QuoteChar: '"', QuoteName: true };

    /// <summary>The object at the reader's token as it was received: a text that looks like a date stays that text.</summary>
    private static string RawJson(JsonReader reader)
    {
        var dates = reader.DateParseHandling;
        reader.DateParseHandling = DateParseHandling.None;
        try
        {
            return LenientValue.Raw(reader);
        }
        finally
        {
            reader.DateParseHandling = dates;
        }
    }
}
