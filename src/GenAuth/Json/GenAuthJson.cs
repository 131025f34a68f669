using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Json;

/// <summary>
/// The one JSON contract of the SDK: lenient in, strict out. Never reads <see cref="JsonConvert.DefaultSettings"/>, so an
/// application that changes those cannot change what goes over the wire.
/// </summary>
internal static class GenAuthJson
{
    /// <summary>Deep enough for every document of the API, shallow enough to stop an attack on the stack.</summary>
    public const int MaxDepth = 64;

    /// <param name="text">One document.</param>
    /// <param name="drift">Takes down what it has otherwise than the API document, if anybody asks.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <exception cref="ReadLimitException">The document passes a limit.</exception>
    public static T? Read<T>(TextReader text, DriftNotes? drift = null, ReadLimits limits = default)
    {
        using var reader = new ModelReader(text, drift, limits);
        var value = reader.Document<T>();

        // Text after the document means that the answer is not what it seems.
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
            {
                throw new JsonReaderException("There is text after the JSON.", string.Empty, reader.LineNumber, reader.LinePosition, null);
            }
        }

        return value;
    }

    public static void Write(TextWriter text, object value)
    {
        using var writer = new ModelWriter(text);
        writer.Write(value);
    }

    public static string ToText(object value)
    {
        using var text = new PooledText();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>The JSON for a log; see <see cref="ModelWriter"/> for what is hidden.</summary>
    public static string ToLogText(object value)
    {
        using var text = new PooledText();
        using var writer = new ModelWriter(text, hides: true);
        writer.Write(value);
        return text.ToString();
    }

    /// <param name="value">What is sent.</param>
    /// <param name="withMembers">Whether the places of its members are noted on the way.</param>
    /// <exception cref="ArgumentException">A value in it cannot be sent as JSON.</exception>
    public static Utf8Json ToUtf8(object value, bool withMembers)
    {
        using var text = new PooledText();
        var members = withMembers ? new MemberPlaces(text) : null;
        using var writer = new ModelWriter(text, members) { IsStrict = true };
        try
        {
            writer.Write(value);
        }
        catch (JsonException exception)
        {
            throw UnsendableBody.At(writer.EndAtFailure(), exception);
        }

        return new Utf8Json(text.ToUtf8(), members?.InUtf8());
    }

    /// <summary>The JSON object that would be sent, to be changed before it is.</summary>
    /// <exception cref="ArgumentException">A value in it cannot be sent as JSON.</exception>
    public static JObject ToTree(object value) => (JObject)Parse(Encoding.UTF8.GetString(ToUtf8(value, withMembers: false).Bytes));

    /// <summary>One value, with all its texts and numbers as they are.</summary>
    public static JToken Parse(string json)
    {
        using var text = new StringReader(json);
        using var reader = CreateReader(text);
        reader.Read();
        var token = JToken.ReadFrom(reader);
        return reader.Read() ? throw new JsonReaderException("There is text after the JSON.") : token;
    }

    public static JsonTextReader CreateReader(TextReader text, ReadLimits limits = default) => new LenientJsonReader(text, limits);
}
