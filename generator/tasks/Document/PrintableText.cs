using System.Globalization;
using System.Text;

namespace GenAuth.Build.Document;

/// <summary>Decides which characters are safe to print, and escapes the others.</summary>
internal static class PrintableText
{
    private const int MaxQuotedLength = 100;

    /// <summary>
    /// Whether a character can be printed into a comment or a message. Line separators would end a C# comment, and format
    /// characters would change the display of the line. Surrogates are checked in pairs; see <see cref="IndexOfUnprintable"/>.
    /// </summary>
    public static bool IsPrintable(char character) =>
        char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    /// <summary>The index of the first unprintable character, or -1.</summary>
    public static int IndexOfUnprintable(string text, string except = "")
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]) || (!IsPrintable(text[index]) && except.IndexOf(text[index]) < 0))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The text on one line, with unprintable characters escaped.</summary>
    public static string Show(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text)
        {
            shown.Append(IsPrintable(character) && !char.IsSurrogate(character) ? character.ToString() : Show(character));
        }

        return shown.ToString();
    }

    /// <summary>Quotes a value for a message: on one line, truncated if it is long.</summary>
    public static string Quote(string text) => text.Length > MaxQuotedLength ? $"'{Show(text.Substring(0, MaxQuotedLength))}...'" : $"'{Show(text)}'";

    public static string Show(char character) => @"\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture);
}
