using System.Text;
using GenAuth.Text;

namespace GenAuth.Serialization;

/// <summary>
/// Text of JSON in UTF-8. Bytes that are no UTF-8 and halves of surrogate pairs become U+FFFD, where the methods of
/// <see cref="System.Text.Json.Utf8JsonReader"/> throw.
/// </summary>
internal static class WireText
{
    private const int OnStack = 256;

    /// <summary>UTF-8 behind its byte order mark.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8.Slice(3) : utf8;

    /// <param name="json">What stands between the quotation marks, with only valid escapes.</param>
    /// <param name="isEscaped">Whether there are escapes in it.</param>
    public static string Decode(ReadOnlySpan<byte> json, bool isEscaped)
    {
        if (!isEscaped)
        {
            return Encoding.UTF8.GetString(json);
        }

        // No text has more characters than its JSON has bytes.
        char[]? rented = null;
        var text = json.Length <= OnStack ? stackalloc char[OnStack] : rented = ClearedPool<char>.Rent(json.Length);
        text = text.Slice(0, Unescape(json, text));
        ReplaceHalves(text);
        var decoded = text.ToString();
        if (rented is not null)
        {
            ClearedPool<char>.Return(rented);
        }

        return decoded;
    }

    private static int Unescape(ReadOnlySpan<byte> json, Span<char> text)
    {
        var length = 0;
        for (int escape; (escape = json.IndexOf((byte)'\\')) >= 0;)
        {
            length += Encoding.UTF8.GetChars(json.Slice(0, escape), text.Slice(length));
            var kind = json[escape + 1];
            json = json.Slice(escape + 2);
            text[length++] = kind switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'u' => (char)((Hex(json[0]) << 12) | (Hex(json[1]) << 8) | (Hex(json[2]) << 4) | Hex(json[3])),
                _ => (char)kind,
            };
            if (kind == (byte)'u')
            {
                json = json.Slice(4);
            }
        }

        return length + Encoding.UTF8.GetChars(json, text.Slice(length));
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static void ReplaceHalves(Span<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
            {
                index++;
            }
            else
            {
                text[index] = '\uFFFD';
            }
        }
    }
}
