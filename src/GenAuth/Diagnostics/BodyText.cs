using GenAuth.Serialization;
using GenAuth.Text;

namespace GenAuth.Diagnostics;

/// <summary>Bodies as a log may show them.</summary>
internal static class BodyText
{
    /// <summary>Longer ones are cut: an answer may have millions of characters.</summary>
    private const int Longest = 32 * 1024;

    /// <summary>JSON of the types of the API with what is sensitive hidden; anything else as a whole.</summary>
    public static string Of(object? body)
    {
        if (body is null)
        {
            return "(none)";
        }

        var text = GenAuthJson.ToLogText(body);
        return MessageText.Visible(text.Length > Longest ? text.Remove(Longest) + "…" : text);
    }
}
