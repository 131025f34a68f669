using System.Net.Http.Headers;

namespace GenAuth.Authorization.Signature;

/// <summary>The headers that a signature covers: <c>date</c> and all with the edition's prefix.</summary>
internal static class CanonicalHeaders
{
    private static readonly char[] WhiteSpace = ['\t', '\n', '\r', '\f'];

    /// <summary>The covered headers by lower-case name, in the order of the signed text, with their white space normalised.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Create(HttpRequestHeaders headers, string prefix)
    {
        var covered = new List<KeyValuePair<string, string>>(8);
#if NETSTANDARD2_0
        foreach (var header in headers)
        {
            var value = string.Join(", ", header.Value);
#else
        // Unparsed, as they are sent: parsing would allocate each of them again.
        foreach (var header in headers.NonValidated)
        {
            var value = header.Value.ToString();
#endif
            var name = header.Key.ToLowerInvariant();
            if (name == "date" || name.StartsWith(prefix, StringComparison.Ordinal))
            {
                covered.Add(new(name, Normalise(value)));
            }
        }

        covered.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        return covered;
    }

    /// <summary>Replaces each line break, tab and form feed by a space, and trims the value.</summary>
    public static string Normalise(string value) =>
        (value.IndexOfAny(WhiteSpace) < 0 ? value : string.Join(" ", value.Split(WhiteSpace))).Trim();
}
