using System.Xml.Linq;

namespace GenAuth.Build.Clients;

/// <summary>Escapes texts of the document for XML documentation.</summary>
internal static class XmlText
{
    private static readonly char[] Breaks = ['\r', '\n'];

    /// <summary>Returns the text on one line and escaped, so that it cannot end the comment or open an element.</summary>
    public static string Of(string text) => new XText(string.Join(" ", text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries))).ToString();
}
