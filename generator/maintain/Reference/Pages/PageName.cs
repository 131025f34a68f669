using System.Globalization;
using System.Text.RegularExpressions;

namespace GenAuth.Maintain.Reference;

/// <summary>File names of pages. Every system can store them, and none leads out of the folder.</summary>
internal static partial class PageName
{
    private const int Longest = 150;

    /// <summary>The name of a type or method as a file name without an extension. An ordinary C# name stays as it is.</summary>
    public static string Of(string name)
    {
        var safe = Unsafe().Replace(name, match => string.Create(CultureInfo.InvariantCulture, $"-{(int)match.Value[0]:x4}"));
        safe = safe.Length > Longest ? safe[..Longest] : safe;
        // Device names of Windows, and the page that every folder has.
        return safe.Length == 0 || Reserved().IsMatch(safe) ? safe + "-" : safe;
    }

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"^(README|CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
