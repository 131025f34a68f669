using System.Globalization;
using System.Text;

namespace GenAuth.Text;

/// <summary>Makes foreign text fit for the message of an exception and for a log.</summary>
internal static class MessageText
{
    private const int Longest = 500;

    /// <summary>
    /// One line of bounded length in which every character can be seen: a line break could forge a line of a log, a text could be of
    /// any length, and characters that turn the direction or show nothing could make it look like another one.
    /// </summary>
    public static string SingleLine(string text)
    {
        var end = Math.Min(text.Length, Longest);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        var line = new StringBuilder(end + 1);
        AppendVisible(line, text, end, isOneLine: true);
        return text.Length > end ? line.Append('…').ToString() : line.ToString();
    }

    /// <summary>All of a text that has its own escapes for line breaks, such as JSON; what cannot be seen is escaped as JSON does it.</summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        AppendVisible(visible, text, text.Length, isOneLine: false);
        return visible.Length == text.Length ? text : visible.ToString();
    }

    private static void AppendVisible(StringBuilder target, string text, int end, bool isOneLine)
    {
        for (var index = 0; index < end; index++)
        {
            var length = char.IsSurrogatePair(text, index) ? 2 : 1;
            if (isOneLine && IsLineBreakOrControl(text[index]))
            {
                target.Append(' ');
            }
            else if (text[index] is >= ' ' and <= '~' || !IsInvisible(text, index))
            {
                target.Append(text, index, length);
            }
            else
            {
                for (var part = index; part < index + length; part++)
                {
                    target.Append("\\u").Append(((int)text[part]).ToString("x4", CultureInfo.InvariantCulture));
                }
            }

            index += length - 1;
        }
    }

    private static bool IsLineBreakOrControl(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    /// <summary>
    /// Whether a character shows nothing, changes the direction of what follows, or has no agreed look: Unicode's categories for
    /// these, and the letters and marks that are to be ignored by default.
    /// </summary>
    private static bool IsInvisible(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        UnicodeCategory.NonSpacingMark => text[index] is '\u034F' or '\u17B4' or '\u17B5' or (>= '\u180B' and <= '\u180F') or (>= '\uFE00' and <= '\uFE0F')
            // Variation selectors beyond the first plane.
            || (text[index] == '\uDB40' && text[index + 1] is >= '\uDD00' and <= '\uDDEF'),
        UnicodeCategory.OtherLetter => text[index] is '\u115F' or '\u1160' or '\u3164' or '\uFFA0',
        UnicodeCategory.OtherSymbol => text[index] == '\u2800',
        _ => false,
    };
}
