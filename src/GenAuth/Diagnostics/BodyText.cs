using GenAuth.Http;
using GenAuth.Json;
using GenAuth.Serialization;

namespace GenAuth.Diagnostics;

/// <summary>Bodies and queries as a log may show them.</summary>
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

    public static string Of(QueryString query, bool isHidden)
    {
        var text = query.Behind(string.Empty, string.Empty, isHidden ? WireWriter.Hidden : null);
        return text.Length == 0 ? "(none)" : text;
    }
}
