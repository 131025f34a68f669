using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GenAuth.Testing.Service.Json;

/// <summary>
/// Reads JSON as <c>JSON.parse</c> does. A value is <see langword="null"/>, a <see cref="bool"/>, a <see cref="double"/>, a
/// <see cref="string"/>, a list of values or a <see cref="JsonObjectValue"/>.
/// </summary>
internal static class JsonValueReader
{
    /// <summary>Deeper than any body of the API, and small enough for the stack.</summary>
    public const int MaxDepth = 500;

    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="JsonDepthException">The text is nested deeper than <see cref="MaxDepth"/>.</exception>
    public static object? Read(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        reader.Read();
        var value = ReadValue(ref reader);
        reader.Read(); // throws if further text follows
        return value;
    }

    private static object? ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MaxDepth)
        {
            throw new JsonDepthException();
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader),
            JsonTokenType.StartArray => ReadList(ref reader),
            JsonTokenType.String => ReadText(ref reader),

            // As in JavaScript, a number that is too large for a double becomes infinity.
            JsonTokenType.Number => double.Parse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
    }

    private static JsonObjectValue ReadObject(ref Utf8JsonReader reader)
    {
        var value = new JsonObjectValue();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadText(ref reader);
            reader.Read();
            value.Set(name, ReadValue(ref reader));
        }

        return value;
    }

    private static List<object?> ReadList(ref Utf8JsonReader reader)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader));
        }

        return items;
    }

    /// <summary>Reads a string or a name. <c>GetString</c> throws for lone surrogates, which JavaScript accepts.</summary>
    private static string ReadText(ref Utf8JsonReader reader)
    {
        var raw = Encoding.UTF8.GetString(reader.ValueSpan);
        if (!reader.ValueIsEscaped)
        {
            return raw;
        }

        var text = new StringBuilder(raw.Length);
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] != '\\')
            {
                text.Append(raw[index]);
                continue;
            }

            index++;
            text.Append(raw[index] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(raw.AsSpan(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var character => character,
            });
            index += raw[index] == 'u' ? 4 : 0;
        }

        return text.ToString();
    }
}

/// <summary>A JSON text is nested deeper than <see cref="JsonValueReader.MaxDepth"/>.</summary>
internal sealed class JsonDepthException : Exception;
