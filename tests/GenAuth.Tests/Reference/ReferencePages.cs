using GenAuth.Maintain;
using GenAuth.Maintain.Reference;
using GenAuth.Maintain.Reference.Pages;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Reference;

/// <summary>The reference pages of the API document and their code blocks.</summary>
internal static class ReferencePages
{
    private const string Fence = "```";

    public static IReadOnlyList<Page> All { get; } =
        new ReferenceGenerator(Build.Document.ApiDocument.Load(Repository.PathOf("openapi", "genauth-v3.json")), LockedNames.Read(Repository.PathOf("openapi", "names.lock"))).CreatePages();

    /// <summary>The samples of calls.</summary>
    public static IReadOnlyList<Page> Operations { get; } = [.. All.Where(page => page.Text.Contains("\n## Method name\n", StringComparison.Ordinal))];

    public static Page GetEndpoint(string verb, string path) =>
        Assert.Single(Operations, page => page.Text.Contains($"| Endpoint | `{verb.ToUpperInvariant()} {path}` |", StringComparison.Ordinal));

    /// <summary>The blocks of a language below a heading.</summary>
    public static IReadOnlyList<string> Blocks(Page page, string heading, string language)
    {
        var section = Section(page, heading);
        return [.. section.Split($"{Fence}{language}\n").Skip(1).Select(rest => rest[..rest.IndexOf($"\n{Fence}", StringComparison.Ordinal)])];
    }

    private static string Section(Page page, string heading)
    {
        var start = page.Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return start < 0 ? string.Empty : end < 0 ? page.Text[start..] : page.Text[start..end];
    }
}
