using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Reference;

public sealed partial class PageTests(Written written) : IClassFixture<Written>
{
    [Fact]
    public void Reference_has_a_page_for_each_operation()
    {
        var document = JObject.Parse(File.ReadAllText(Repository.PathOf("openapi", "genauth-v3.json")));
        var endpoints = ((JObject)document["paths"]!).Properties()
            .SelectMany(path => ((JObject)path.Value).Properties(), (path, verb) => $"| Endpoint | `{verb.Name.ToUpperInvariant()} {path.Name}` |");

        Assert.All(endpoints, endpoint => Assert.Single(written.Pages.Values, text => text.Contains(endpoint, StringComparison.Ordinal)));
    }

    [Fact]
    public void Reference_links_have_targets()
    {
        var links = written.Pages.SelectMany(page => Link().Matches(page.Value).Select(link => (page.Key, Target: link.Groups[1].Value))).ToList();

        Assert.NotEmpty(links);
        Assert.Empty(links.Where(link => !Leads(link.Key, link.Target)).Select(link => $"{link.Key}: {link.Target}"));
    }

    [Fact]
    public void Reference_table_rows_have_the_cells_of_their_header()
    {
        foreach (var (path, text) in written.Pages)
        {
            var cells = 0;
            foreach (var line in text.Split('\n').Select(line => line.StartsWith('|') ? line : string.Empty))
            {
                var own = UnescapedBar().Count(line);
                Assert.True(cells == 0 || own == 0 || own == cells, $"{path}: {line}");
                cells = own;
            }
        }
    }

    [Fact]
    public void Reference_file_names_differ_ignoring_case() =>
        Assert.Equal(written.Pages.Count, written.Pages.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Reference_is_reproducible()
    {
        var folder = Directory.CreateTempSubdirectory("genauth-reference-");
        try
        {
            await Written.WriteAsync(folder.FullName);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "management", "YesterdaysOperation.md"), "# Gone");
            await Written.WriteAsync(folder.FullName);

            Assert.Equal(written.Pages, Written.Read(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The published text of this operation, without the blanks that break the sample.
    [Fact]
    public void Reference_page_of_getAlipayAuthInfo_is_the_approved_one() => Assert.Equal(
        File.ReadAllText(Repository.PathOf("tests", "GenAuth.MaintainTests", "Reference", "GetAlipayAuthInfo.approved.md")).ReplaceLineEndings("\n"),
        written.Pages["authentication/GetAlipayAuthInfo.md"]);

    private bool Leads(string page, string target)
    {
        var parts = target.Split('#');
        var path = parts[0].Length == 0 ? page : Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(page)!, parts[0])).Replace('\\', '/');
        return written.Pages.TryGetValue(path, out var text)
            && (parts.Length == 1 || Heading().Matches(text).Any(heading => NoAnchor().Replace(heading.Groups[1].Value.ToLowerInvariant(), string.Empty).Replace(' ', '-') == parts[1]));
    }

    [GeneratedRegex(@"(?<!\\)\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex UnescapedBar();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
