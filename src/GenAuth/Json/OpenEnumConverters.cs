using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>Reads and writes the text of an open set of values, known or not.</summary>
internal abstract class StringEnumConverter<T> : JsonConverter<T>
    where T : struct, IOpenValue<string>
{
    public override T ReadJson(JsonReader reader, Type objectType, T existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        reader.TokenType switch
        {
            JsonToken.Null => default,
            _ => ScalarText.Read(reader) is { } text ? Create(text) : throw WrongType.Of(reader, "text"),
        };

    public override void WriteJson(JsonWriter writer, T value, JsonSerializer serializer) => writer.WriteValue(value.Value);

    protected abstract T Create(string value);
}

/// <summary>Reads and writes the number of an open set of values, known or not; a number given as text is accepted.</summary>
internal abstract class IntegerEnumConverter<T> : JsonConverter<T>
    where T : struct, IOpenValue<int>
{
    public override T ReadJson(JsonReader reader, Type objectType, T existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        reader.TokenType == JsonToken.Null ? default
        : LenientNumber.Read(reader) is { } number ? Create(number)
        : throw WrongType.Of(reader, "a whole number");

    public override void WriteJson(JsonWriter writer, T value, JsonSerializer serializer) => writer.WriteValue(value.Value);

    protected abstract T Create(int value);
}

internal static class WrongType
{
    public static JsonSerializationException Of(JsonReader reader, string expected)
    {
        var position = reader as IJsonLineInfo;
        return new JsonSerializationException(
            $"Expected {expected} but found {reader.TokenType}.", reader.Path, position?.LineNumber ?? 0, position?.LinePosition ?? 0, null);
    }
}
