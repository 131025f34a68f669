using System.Text;

namespace GenAuth.Serialization;

/// <summary>The names and the values of extensible enums that were read last, a few and short ones only. Two threads at once may create one twice.</summary>
internal static class CommonTexts
{
    private const int Longest = 32;

    private static readonly string?[] Texts = new string?[256];

    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > Longest)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var text = ref Texts[((utf8.Length * 31) + (utf8[0] * 17) + (utf8[utf8.Length / 2] * 7) + utf8[utf8.Length - 1]) & (Texts.Length - 1)];
        var known = text;
        return known is not null && IsSame(known, utf8) ? known : text = Encoding.UTF8.GetString(utf8);
    }

    /// <summary>Whether it is the text. One that is not ASCII is never the same.</summary>
    private static bool IsSame(string text, ReadOnlySpan<byte> utf8)
    {
        if (text.Length != utf8.Length)
        {
            return false;
        }

        for (var index = 0; index < utf8.Length; index++)
        {
            if (text[index] != utf8[index] || utf8[index] > 0x7F)
            {
                return false;
            }
        }

        return true;
    }
}
