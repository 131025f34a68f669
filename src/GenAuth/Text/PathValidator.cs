namespace GenAuth.Text;

/// <summary>
/// Rejects paths that a URI parser, a proxy or the service could resolve to another path, so that a value in a path cannot leave its
/// prefix.
/// </summary>
internal static class PathValidator
{
    /// <summary>The URI parser, a proxy and the service may each decode the path once.</summary>
    private const int MaxDecodings = 3;

    /// <summary>The problem with a path from the root of the host, or <see langword="null"/>.</summary>
    public static string? GetProblem(string path)
    {
        var decoded = Decode(path);
        if (path[0] != '/' || path.Any(character => character is '?' or '#' or '\\') || decoded.Any(char.IsControl)
            || decoded.StartsWith("//", StringComparison.Ordinal) || decoded.StartsWith("/\\", StringComparison.Ordinal))
        {
            return "must begin with a single slash and hold neither host, query, backslash nor control character, percent-encoded ones included. Pass the query as its own argument.";
        }

        return HasDotSegment(path)
            ? "holds the segment \".\" or \"..\", which leads to another path. Pass the resolved path."
            : null;
    }

    /// <summary>
    /// True if a segment is "." or "..". Finds it also if it is percent-encoded once or several times, between encoded slashes or
    /// backslashes, and followed by blanks or parameters.
    /// </summary>
    public static bool HasDotSegment(string text)
    {
        var decoded = Decode(text).ToUpperInvariant();
        return decoded.Split('/', '\\').Any(static segment => segment.Split(';')[0].Trim() is "." or "..")
            // Overlong UTF-8: invalid, but lenient decoders read it as a character below U+0080, for example a dot.
            || decoded.Contains("%C0") || decoded.Contains("%C1");
    }

    private static string Decode(string text)
    {
        for (var count = 0; count < MaxDecodings && text.Contains('%'); count++)
        {
            text = Uri.UnescapeDataString(text);
        }

        return text;
    }
}
