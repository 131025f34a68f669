using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>Where in a body a reader failed, told without repeating anything of the body.</summary>
internal static class JsonPlace
{
    /// <summary>Line and column alone: the path to a damaged place could hold names that are data.</summary>
    public static string Position(JsonException exception) => exception switch
    {
        JsonReaderException { LineNumber: > 0 } reader => FormattableString.Invariant($"line {reader.LineNumber}, column {reader.LinePosition}"),
        JsonSerializationException { LineNumber: > 0 } content => FormattableString.Invariant($"line {content.LineNumber}, column {content.LinePosition}"),
        _ => "its end",
    };

    /// <summary>The member of a wrong type: it is read by type, so it is one of the document, and its path says nothing of the data.</summary>
    public static string Member(JsonException exception) => exception switch
    {
        JsonReaderException { Path: { Length: > 0 } path } => $"{MessageText.SingleLine(path)} ({Position(exception)})",
        JsonSerializationException { Path: { Length: > 0 } path } => $"{MessageText.SingleLine(path)} ({Position(exception)})",
        _ => "the body",
    };
}
