using GenAuth.Text;
using Newtonsoft.Json;

namespace GenAuth.Pipeline;

/// <summary>Describes where reading a body failed, without values of the body.</summary>
internal static class JsonErrorPosition
{
    /// <summary>Line and column. The path is omitted, because in malformed JSON its names may be data.</summary>
    public static string GetPosition(JsonException exception)
    {
        var (_, line, column) = GetLocation(exception);
        return line > 0 ? FormattableString.Invariant($"line {line}, column {column}") : "its end";
    }

    /// <summary>The path of a member of the wrong type, with its position. Its names are those of the document, so they are not data.</summary>
    public static string GetMember(JsonException exception)
    {
        var (path, _, _) = GetLocation(exception);
        return string.IsNullOrEmpty(path) ? "the body" : $"{TextSanitizer.ToSingleLine(path!)} ({GetPosition(exception)})";
    }

    // The two exception types declare these members separately.
    private static (string? Path, int Line, int Column) GetLocation(JsonException exception) => exception switch
    {
        JsonReaderException reader => (reader.Path, reader.LineNumber, reader.LinePosition),
        JsonSerializationException content => (content.Path, content.LineNumber, content.LinePosition),
        _ => (null, 0, 0),
    };
}
