namespace GenAuth.Maintain.Reference;

/// <summary>A file of the reference.</summary>
/// <param name="Path">From the root of the reference, with slashes.</param>
/// <param name="Text">Its Markdown.</param>
internal sealed record Page(string Path, string Text)
{
    public const string Models = "models";

    /// <summary>The page of a type, seen from a page in one of the folders.</summary>
    public static string OfType(string name) => $"../{Models}/{PageName.Of(name)}.md";
}
