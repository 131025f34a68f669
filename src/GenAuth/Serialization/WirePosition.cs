using System.Text;
using System.Text.Json;

namespace GenAuth.Serialization;

/// <summary>Where in a document something failed. It is found by a second reading, so that successful readings do not track it.</summary>
internal static class WirePosition
{
    /// <summary>Line and column, counted in lines and characters, with which the first bytes of a document end.</summary>
    public static (int Line, int Column) Find(ReadOnlySpan<byte> json, int count)
    {
        var line = 1;
        json = json.Slice(0, count);
        for (int end; (end = json.IndexOf((byte)'\n')) >= 0; line++)
        {
            json = json.Slice(end + 1);
        }

        return (line, Encoding.UTF8.GetString(json).Length);
    }

    /// <summary>The same from a line and a byte in it, both counted from 0.</summary>
    public static (int Line, int Column) Find(ReadOnlySpan<byte> json, long line, long byteInLine)
    {
        var start = 0;
        for (var skipped = 0; skipped < line; skipped++)
        {
            start += json.Slice(start).IndexOf((byte)'\n') + 1;
        }

        return Find(json, (int)Math.Min(start + byteInLine, json.Length));
    }

    /// <summary>The path to the value whose first token ends with the first bytes of a document, such as <c>data.list[0].name</c>.</summary>
    public static string PathOf(ReadOnlySpan<byte> json, int count, JsonReaderOptions options)
    {
        // A name for an object, an index for a list; neither before the first member or element.
        var steps = new Stack<object?>();
        var reader = new Utf8JsonReader(json, options);
        while (reader.BytesConsumed < count && reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                steps.Pop();
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                steps.Pop();
                steps.Push(WireText.Decode(reader.ValueSpan, reader.ValueIsEscaped));
            }
            else
            {
                if (steps.Count > 0 && steps.Peek() is int index)
                {
                    steps.Pop();
                    steps.Push(index + 1);
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    steps.Push(reader.TokenType == JsonTokenType.StartObject ? null : -1);
                }
            }
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            steps.Pop();
        }

        var path = new StringBuilder();
        foreach (var step in steps.Reverse())
        {
            _ = step is int index ? path.Append('[').Append(index).Append(']')
                : path.Append(path.Length == 0 ? string.Empty : ".").Append(step);
        }

        return path.ToString();
    }
}
