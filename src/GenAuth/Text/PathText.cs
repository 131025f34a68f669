namespace GenAuth.Text;

/// <summary>
/// Finds in a path what a URI parser, a proxy or the service would resolve to another path, so that text that is put into a path
/// cannot lead out of its prefix.
/// </summary>
internal static class PathText
{
    /// <summary>A proxy in front of the service may decode too, and the parser of addresses does so before it resolves dots.</summary>
    private const int MostDecodings = 3;

    /// <summary>The problem with a path from the root of the host, or <see langword="null"/>.</summary>
    public static string? Problem(string path)
    {
        var decoded = Decode(path);
        if (path[0] != '/' || path.Any(character => character is '?' or '#' or '\\') || decoded.Any(char.IsControl)
            || decoded.StartsWith("//", StringComparison.Ordinal) || decoded.StartsWith("/\\", StringComparison.Ordinal))
        {
            return "must begin with a single slash and hold neither host, query, backslash nor control character, percent-encoded ones included. Pass the query as its own argument.";
        }

        return HasDotSegment(path)
            ? "holds the segment \".\" or \"..\", which leads to another path. Pass the path that is meant."
            : null;
    }

    /// <summary>
    /// Whether a part between slashes is "." or "..", however it is written: percent-encoded once or several times, between encoded
    /// slashes or backslashes, with blanks or parameters behind it.
    /// </summary>
    public static bool HasDotSegment(string text)
    {
        var decoded = Decode(text).ToUpperInvariant();
        return decoded.Split('/', '\\').Any(static segment => segment.Split(';')[0].Trim() is "." or "..")
            // Never valid, but lenient decoders take it for a character below U+0080, such as a dot.
            || decoded.Contains("%C0") || decoded.Contains("%C1");
    }

    private static string Decode(string text)
    {
        for (var count = 0; count < MostDecodings && text.Contains('%'); count++)
        {
            text = Uri.UnescapeDataString(text);
        }

        return text;
    }
}
