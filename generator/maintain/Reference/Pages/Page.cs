using System.Globalization;
using System.Text.RegularExpressions;
using GenAuth.Maintain.Reference.Api;

namespace GenAuth.Maintain.Reference.Pages;

/// <summary>A page of the reference.</summary>
/// <param name="Path">Its path relative to the root of the reference, with slashes.</param>
/// <param name="Text">Its Markdown.</param>
internal sealed record Page(string Path, string Text)
{
    public const string Models = "models";

    /// <summary>The path of a type's page relative to a page in one of the folders.</summary>
    public static string LinkToType(string name) => $"../{Models}/{PageName.Create(name)}.md";
}

/// <summary>Creates file names of pages that are valid on every system and cannot leave the folder.</summary>
internal static partial class PageName
{
    private const int MaxLength = 150;

    /// <summary>The name of a type or method as a file name without an extension. An ordinary C# name is unchanged.</summary>
    public static string Create(string name)
    {
        var safe = Unsafe().Replace(name, match => string.Create(CultureInfo.InvariantCulture, $"-{(int)match.Value[0]:x4}"));
        safe = safe.Length > MaxLength ? safe[..MaxLength] : safe;
        // Reserved: device names of Windows, and README, which every folder has.
        return safe.Length == 0 || Reserved().IsMatch(safe) ? safe + "-" : safe;
    }

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"^(README|CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}

/// <summary>Writes a type for tables, with a link to the page of a named type.</summary>
internal static class TypeText
{
    public static string Write(Schema schema) => schema switch
    {
        { Name: { } name } => Markdown.Link(name, Page.LinkToType(name)),
        { Items: { } items } => $"list of {Write(items)}",
        { IsAny: true } => "any JSON",
        _ => schema.Type.ToString(),
    };
}
