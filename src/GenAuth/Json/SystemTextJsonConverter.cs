using Newtonsoft.Json;
using Stj = System.Text.Json;

namespace GenAuth.Json;

/// <summary>Writes the values of <c>System.Text.Json</c>, which a serializer by reflection would write as their properties.</summary>
internal sealed class SystemTextJsonConverter : JsonConverter
{
    public static readonly SystemTextJsonConverter Instance = new();

    public override bool CanRead => false;

    public static bool Handles(Type type) =>
        type == typeof(Stj.JsonElement) || type == typeof(Stj.JsonDocument) || typeof(Stj.Nodes.JsonNode).IsAssignableFrom(type);

    public override bool CanConvert(Type objectType) => Handles(objectType);

    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => throw new NotSupportedException();

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        switch (value)
        {
            case Stj.JsonElement element:
                Write(writer, element);
                break;
            case Stj.JsonDocument document:
                Write(writer, document.RootElement);
                break;
            case Stj.Nodes.JsonNode node:
                // A node may hold any object of the caller's; only the library itself can write that.
                using (var document = Parse(node))
                {
                    Write(writer, document.RootElement);
                }

                break;
        }
    }

    private static Stj.JsonDocument Parse(Stj.Nodes.JsonNode node)
    {
        using var bytes = new MemoryStream();
        using (var json = new Stj.Utf8JsonWriter(bytes))
        {
            node.WriteTo(json);
        }

        // The limit of the writer above; that of a request is checked where it is written.
        return Stj.JsonDocument.Parse(bytes.ToArray(), new Stj.JsonDocumentOptions { MaxDepth = 1000 });
    }

    private static void Write(JsonWriter writer, Stj.JsonElement element)
    {
        switch (element.ValueKind)
        {
            case Stj.JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case Stj.JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case Stj.JsonValueKind.String:
                writer.WriteValue(element.GetString());
                break;
            case Stj.JsonValueKind.Number when writer is ModelWriter own:
                own.WriteNumber(element.GetRawText());
                break;
            case Stj.JsonValueKind.Number:
                writer.WriteRawValue(element.GetRawText());
                break;
            case Stj.JsonValueKind.True or Stj.JsonValueKind.False:
                writer.WriteValue(element.ValueKind == Stj.JsonValueKind.True);
                break;
            case Stj.JsonValueKind.Null:
                writer.WriteNull();
                break;
            default:
                throw new JsonSerializationException("A JsonElement without a value is no JSON. Set it, or use null.");
        }
    }
}
