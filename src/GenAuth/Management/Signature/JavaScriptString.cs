using System.Globalization;
using System.Text;

namespace GenAuth.Management;

/// <summary>Writes text as <c>JSON.stringify</c> does. The JSON libraries of .NET escape more, which would make the signature invalid.</summary>
internal static class JavaScriptString
{
    public static void Write(StringBuilder json, string text)
    {
        json.Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character is '"' or '\\')
            {
                json.Append('\\').Append(character);
            }
            else if (character < ' ')
            {
                WriteControl(json, character);
            }
            else if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                json.Append(character).Append(text[++index]);
            }
            else if (char.IsSurrogate(character))
            {
                WriteNumber(json, character);
            }
            else
            {
                json.Append(character);
            }
        }

        json.Append('"');
    }

    private static void WriteControl(StringBuilder json, char character)
    {
        var index = "\b\t\n\f\r".IndexOf(character);
        if (index < 0)
        {
            WriteNumber(json, character);
        }
        else
        {
            json.Append('\\').Append("btnfr"[index]);
        }
    }

    private static void WriteNumber(StringBuilder json, char character) =>
        json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
}
