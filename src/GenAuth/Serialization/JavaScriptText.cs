using System.Globalization;
#if !NETSTANDARD2_0
using System.Buffers;
#endif

namespace GenAuth.Serialization;

/// <summary>
/// Writes text as <c>JSON.stringify</c> does: only control characters, the quotation mark and the backslash are escaped. Half of a
/// surrogate pair is no character and becomes U+FFFD, as in every text that .NET encodes as UTF-8.
/// </summary>
internal static class JavaScriptText
{
    private const string Named = "\"\\\b\t\n\f\r";
    private const string Names = "\"\\btnfr";

    private static readonly char[] Characters = [.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\'];
#if !NETSTANDARD2_0
    private static readonly SearchValues<char> Escaped = SearchValues.Create(Characters);
#endif

    /// <summary>Appends a text as a JSON string.</summary>
    public static void Append(PooledBytes json, string text)
    {
        json.Append((byte)'"');
        var start = 0;
        for (var index = NextEscaped(text, 0); index >= 0; index = NextEscaped(text, start))
        {
            json.Append(text, start, index - start);
            AppendEscape(json, text[index]);
            start = index + 1;
        }

        json.Append(text, start, text.Length - start);
        json.Append((byte)'"');
    }

    private static int NextEscaped(string text, int start)
    {
#if NETSTANDARD2_0
        return text.IndexOfAny(Characters, start);
#else
        var offset = text.AsSpan(start).IndexOfAny(Escaped);
        return offset < 0 ? offset : start + offset;
#endif
    }

    private static void AppendEscape(PooledBytes json, char character)
    {
        json.Append((byte)'\\');
        var name = Named.IndexOf(character);
        if (name >= 0)
        {
            json.Append((byte)Names[name]);
        }
        else
        {
            json.Append("u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }
    }
}
