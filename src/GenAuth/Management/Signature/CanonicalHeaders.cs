namespace GenAuth.Management;

/// <summary>The headers that a signature covers: <c>date</c> and all that begin as the edition's do.</summary>
internal static class CanonicalHeaders
{
    private static readonly char[] Blanks = ['\t', '\n', '\r', '\f'];

    /// <summary>The covered headers by lower-case name, in the order of the signature's text, with their blanks normalised.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers, string prefix) =>
    [
        .. headers
            .Select(header => new KeyValuePair<string, string>(header.Key.ToLowerInvariant(), Normalise(string.Join(", ", header.Value))))
            .Where(header => header.Key == "date" || header.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(header => header.Key, StringComparer.Ordinal),
    ];

    private static string Normalise(string value) => string.Join(" ", value.Split(Blanks)).Trim();
}
