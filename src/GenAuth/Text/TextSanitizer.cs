using System.Globalization;
using System.Text;

namespace GenAuth.Text;

/// <summary>Makes text of a response or a caller safe for exception messages and logs.</summary>
internal static class TextSanitizer
{
    private const int MaxLength = 500;

    /// <summary>
    /// Returns one line of at most 500 characters. Line breaks, which could forge a log entry, become blanks. Invisible characters and
    /// changes of the writing direction, which could make a text look like another one, are escaped.
    /// </summary>
    public static string ToSingleLine(string text)
    {
        var end = Math.Min(text.Length, MaxLength);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        var line = new StringBuilder(end + 1);
        AppendEscaped(line, text, end, isSingleLine: true);
        return text.Length > end ? line.Append('…').ToString() : line.ToString();
    }

    /// <summary>Escapes the invisible characters of a JSON text as JSON does.</summary>
    public static string EscapeInvisible(string text)
    {
        var escaped = new StringBuilder(text.Length);
        AppendEscaped(escaped, text, text.Length, isSingleLine: false);
        return escaped.Length == text.Length ? text : escaped.ToString();
    }

    private static void AppendEscaped(StringBuilder target, string text, int end, bool isSingleLine)
    {
        for (var index = 0; index < end; index++)
        {
            var length = char.IsSurrogatePair(text, index) ? 2 : 1;
            if (isSingleLine && IsLineBreakOrControl(text[index]))
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
    /// True if a character is invisible, changes the writing direction or has no defined glyph: these Unicode categories, and the
    /// letters and marks with the property Default_Ignorable_Code_Point.
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
