using Newtonsoft.Json;

namespace GenAuth.Serialization;

/// <summary>The exception for a value of another type than the documented one.</summary>
internal static class WrongType
{
    public static JsonSerializationException Of(JsonReader reader, string expected)
    {
        var position = reader as IJsonLineInfo;
        return new JsonSerializationException(
            $"Expected {expected} but found {reader.TokenType}.", reader.Path, position?.LineNumber ?? 0, position?.LinePosition ?? 0, null);
    }
}
