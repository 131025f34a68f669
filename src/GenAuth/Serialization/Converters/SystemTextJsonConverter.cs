using System.Text;
using Newtonsoft.Json;
using Stj = System.Text.Json;

namespace GenAuth.Serialization.Converters;

/// <summary>Writes the values of <c>System.Text.Json</c>, which a serializer by reflection would write as their properties.</summary>
internal sealed class SystemTextJsonConverter : JsonConverter
{
    /// <summary>The default limit of <see cref="Stj.Utf8JsonWriter"/>; the depth of a request is checked by <see cref="WireWriter"/>.</summary>
    private const int MaxDepth = 1000;

    public static readonly SystemTextJsonConverter Instance = new();

    public override bool CanRead => false;

    public static bool Handles(Type type) =>
        type == typeof(Stj.JsonElement) || type == typeof(Stj.JsonDocument) || typeof(Stj.Nodes.JsonNode).IsAssignableFrom(type);

    public override bool CanConvert(Type objectType) => Handles(objectType);

    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => throw new NotSupportedException();

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => Write((WireWriter)writer, value!);

    /// <summary>Writes a value that <see cref="Handles"/>.</summary>
    public static void Write(WireWriter writer, object value)
    {
        var element = value is Stj.JsonDocument document ? document.RootElement : value as Stj.JsonElement?;
        if (element is { ValueKind: Stj.JsonValueKind.Undefined })
        {
            throw new JsonSerializationException("A JsonElement without a value is no JSON. Set it, or use null.");
        }

        // Its own text keeps the spelling of numbers, and the halves of surrogate pairs that GetString refuses.
        Write(writer, element is { } own ? Encoding.UTF8.GetBytes(own.GetRawText()) : Bytes((Stj.Nodes.JsonNode)value));
    }

    /// <summary>A node may hold any object of the caller's; only the library itself can write that.</summary>
    private static byte[] Bytes(Stj.Nodes.JsonNode node)
    {
        using var bytes = new MemoryStream();
        using (var json = new Stj.Utf8JsonWriter(bytes))
        {
            node.WriteTo(json);
        }

        return bytes.ToArray();
    }

    private static void Write(WireWriter writer, byte[] json)
    {
        // A document may have been parsed with comments and trailing commas.
        var reader = new Stj.Utf8JsonReader(json, new() { AllowTrailingCommas = true, CommentHandling = Stj.JsonCommentHandling.Skip, MaxDepth = MaxDepth });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case Stj.JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case Stj.JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case Stj.JsonTokenType.EndObject or Stj.JsonTokenType.EndArray:
                    writer.WriteEnd();
                    break;
                case Stj.JsonTokenType.PropertyName:
                    writer.WritePropertyName(WireText.Decode(reader.ValueSpan, reader.ValueIsEscaped));
                    break;
                case Stj.JsonTokenType.String:
                    writer.WriteValue(WireText.Decode(reader.ValueSpan, reader.ValueIsEscaped));
                    break;
                case Stj.JsonTokenType.Number:
                    writer.WriteNumber(WireText.Decode(reader.ValueSpan, isEscaped: false));
                    break;
                case Stj.JsonTokenType.Null:
                    writer.WriteNull();
                    break;
                default:
                    writer.WriteValue(reader.TokenType == Stj.JsonTokenType.True);
                    break;
            }
        }
    }
}
