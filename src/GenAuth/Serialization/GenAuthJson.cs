using System.Diagnostics.CodeAnalysis;
using System.Text;
using GenAuth.Drift;
using GenAuth.Serialization.Converters;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Serialization;

/// <summary>
/// The JSON contract of the SDK: lenient when reading, strict when writing. Does not use <see cref="JsonConvert.DefaultSettings"/>, so an
/// application that changes those cannot change what goes over the wire.
/// </summary>
internal static class GenAuthJson
{
    /// <summary>Deep enough for every document of the API, shallow enough to stop an attack on the stack.</summary>
    public const int MaxDepth = 64;

    /// <param name="json">One document; a byte order mark is skipped.</param>
    /// <param name="drift">Collects how it differs from the API document.</param>
    /// <param name="limits">Bounds the reading.</param>
    /// <exception cref="ReadLimitException">The document passes a limit.</exception>
    /// <exception cref="JsonException">It is no JSON, or a value in it must be readable as the documented type and is not.</exception>
    public static T? Read<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ReadOnlySpan<byte> json, SchemaDriftRecorder? drift = null, ReadLimits limits = default)
    {
        json = WireText.WithoutMark(json);
        try
        {
            var reader = new WireReader(json, drift, limits);
            var value = reader.Document<T>();
            reader.End();
            return value;
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw WireError.NotJson(json, exception);
        }
    }

    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte}, SchemaDriftRecorder?, ReadLimits)"/>
    public static T? Read<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(string json) => Read<T>(Encoding.UTF8.GetBytes(json));

    /// <summary>An object of a type that is known at run time.</summary>
    /// <param name="json">One object of it.</param>
    /// <param name="type">A type of the API, or one that a program derives from it.</param>
    /// <param name="serializer">Reads members that only reflection finds; <see langword="null"/> takes the SDK's own.</param>
    /// <param name="drift">Collects how it differs from the API document.</param>
    /// <param name="limits">Bounds the reading.</param>
    /// <exception cref="JsonException">It is no object, or a value in it must be readable as the documented type and is not.</exception>
    public static ExtensibleObject? Read(ReadOnlySpan<byte> json, Type type, JsonSerializer? serializer = null, SchemaDriftRecorder? drift = null, ReadLimits limits = default)
    {
        try
        {
            var reader = new WireReader(json, drift, limits);
            return reader.Document(type, serializer);
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw WireError.NotJson(json, exception);
        }
    }

    /// <summary>Whether it is one JSON document, of any form.</summary>
    public static bool IsJson(ReadOnlySpan<byte> json, ReadLimits limits)
    {
        try
        {
            var reader = new WireReader(WireText.WithoutMark(json), limits: limits);
            reader.Advance();
            reader.Skip();
            reader.End();
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    /// <summary>The JSON of a value, also of one that could not be sent.</summary>
    public static byte[] ToBytes(object value)
    {
        using var writer = new WireWriter();
        writer.Write(value);
        return writer.ToUtf8().Bytes;
    }

    /// <inheritdoc cref="ToBytes"/>
    public static string ToText(object value)
    {
        using var writer = new WireWriter();
        writer.Write(value);
        return writer.ToString();
    }

    /// <summary>The JSON for a log; see <see cref="WireWriter.Hides"/>.</summary>
    public static string ToLogText(object value)
    {
        using var writer = new WireWriter { Hides = true };
        writer.Write(value);
        return writer.ToString();
    }

    /// <summary>The JSON for a log, with its members.</summary>
    public static Utf8Json ToMaskedUtf8(ExtensibleObject model)
    {
        using var writer = new WireWriter { Hides = true, NotesMembers = true };
        writer.Write(model);
        return writer.ToUtf8();
    }

    /// <param name="value">What is sent.</param>
    /// <param name="withMembers">Whether the offsets of its members are recorded, for a signature.</param>
    /// <param name="serializer">What writes other types than those of the API; <see langword="null"/> for the body of an operation.</param>
    /// <exception cref="ArgumentException">A value in it cannot be sent as JSON; the message names its path.</exception>
    public static Utf8Json ToUtf8(object value, bool withMembers, JsonSerializer? serializer = null)
    {
        using var writer = new WireWriter { IsStrict = true, Serializer = serializer, NotesMembers = withMembers };
        try
        {
            writer.Write(value);
            return writer.ToUtf8();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Properties, converters and iterators of the caller run here, and throw any exception.
            throw UnsendableBody.At(writer.EndAtFailure(), exception);
        }
    }

    /// <summary>The JSON object that would be sent, to be changed before it is.</summary>
    /// <exception cref="ArgumentException">A value in it cannot be sent as JSON.</exception>
    public static JObject ToTree(object value) => (JObject)Read<JToken>(ToUtf8(value, withMembers: false).Bytes)!;

    /// <summary>One value as Newtonsoft.Json reads it, with all its texts and numbers as they are.</summary>
    public static JToken Parse(string json)
    {
        using var text = new StringReader(json);
        using var reader = new LenientJsonReader(text) { MaxDepth = MaxDepth };
        reader.Read();
        var token = JToken.ReadFrom(reader);
        return reader.Read() ? throw new JsonReaderException("There is text after the JSON.") : token;
    }
}
