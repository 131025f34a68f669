using System.Net.Http.Headers;

namespace GenAuth.Management;

/// <summary>The headers that a signature covers: <c>date</c> and all that begin as the edition's do.</summary>
internal static class CanonicalHeaders
{
    private static readonly char[] Blanks = ['\t', '\n', '\r', '\f'];

    /// <summary>The covered headers by lower-case name, in the order of the signature's text, with their blanks normalised.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(HttpRequestHeaders headers, string prefix)
    {
        var covered = new List<KeyValuePair<string, string>>(8);
#if NETSTANDARD2_0
        foreach (var header in headers)
        {
            var value = string.Join(", ", header.Value);
#else
        // As they are sent; parsing them first would make each of them anew.
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

    /// <summary>Every line break, tabulator and form feed as a space, and none at the ends.</summary>
    public static string Normalise(string value) =>
        (value.IndexOfAny(Blanks) < 0 ? value : string.Join(" ", value.Split(Blanks))).Trim();
}
