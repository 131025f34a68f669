using GenAuth.Text;
using Newtonsoft.Json;

namespace GenAuth.Pipeline;

/// <summary>Where in a body a reader failed, told without repeating anything of the body.</summary>
internal static class JsonPlace
{
    /// <summary>Line and column alone: the path to a damaged place could hold names that are data.</summary>
    public static string Position(JsonException exception)
    {
        var (_, line, column) = Find(exception);
        return line > 0 ? FormattableString.Invariant($"line {line}, column {column}") : "its end";
    }

    /// <summary>The member of a wrong type: it is read by type, so it is one of the document, and its path says nothing of the data.</summary>
    public static string Member(JsonException exception)
    {
        var (path, _, _) = Find(exception);
        return string.IsNullOrEmpty(path) ? "the body" : $"{MessageText.SingleLine(path!)} ({Position(exception)})";
    }

    // The two kinds have the same members, but not from their base.
    private static (string? Path, int Line, int Column) Find(JsonException exception) => exception switch
    {
        JsonReaderException reader => (reader.Path, reader.LineNumber, reader.LinePosition),
        JsonSerializationException content => (content.Path, content.LineNumber, content.LinePosition),
        _ => (null, 0, 0),
    };
}
