using System.Text;

namespace GenAuth;

/// <summary>Makes foreign text fit for an exception's message.</summary>
internal static class MessageText
{
    private const int Longest = 500;

    /// <summary>One line of bounded length: line breaks could forge log lines, and a text could be of any length.</summary>
    public static string SingleLine(string text)
    {
        var end = Math.Min(text.Length, Longest);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        var line = new StringBuilder(end + 1);
        for (var index = 0; index < end; index++)
        {
            line.Append(char.IsControl(text[index]) || text[index] is '\u2028' or '\u2029' ? ' ' : text[index]);
        }

        return text.Length > end ? line.Append('…').ToString() : line.ToString();
    }
}
