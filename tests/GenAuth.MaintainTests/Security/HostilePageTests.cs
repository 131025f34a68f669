using GenAuth.Build.Document;
using GenAuth.Maintain;
using GenAuth.Maintain.Explorer;
using GenAuth.Maintain.Reference.Pages;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Security;

/// <summary>The generated pages display the texts of a document without interpreting them.</summary>
public sealed class HostilePageTests
{
    private static readonly string[] HostileNames = ["../../Evil", "a\\b", "CON", "README", "[x](y)"];

    [Theory]
    [InlineData("UserDto", "UserDto")]
    [InlineData("../../evil", "-002e-002e-002f-002e-002e-002fevil")]
    [InlineData("a\\b", "a-005cb")]
    [InlineData("C:x", "C-003ax")]
    [InlineData("aux.", "aux-002e")]
    [InlineData("CON", "CON-")]
    [InlineData("Lpt1", "Lpt1-")]
    [InlineData("Readme", "Readme-")]
    [InlineData("", "-")]
    public void Page_name_is_a_file_name_on_every_system(string name, string file) => Assert.Equal(file, PageName.Create(name));

    [Fact]
    public void Page_name_is_not_endless() => Assert.Equal(150, PageName.Create(new string('x', 1000)).Length);

    [Theory]
    [InlineData("# Heading", "\\# Heading")]
    [InlineData("- item", "\\- item")]
    [InlineData("1. item", "1\\. item")]
    [InlineData("~~~", "\\~~~")]
    [InlineData("&lt;b&gt;", "\\&lt;b\\&gt;")]
    [InlineData("one\u2028two\u0085three", "one two three")]
    [InlineData("right\u202eleft", "right\\\\u202eleft")]
    public void Markdown_text_has_no_markup(string text, string markdown)
    {
        var written = Markdown.Text(text);

        Assert.Equal(markdown.Replace("\\\\u", "\\u", StringComparison.Ordinal), written.Replace("\\\\u", "\\u", StringComparison.Ordinal));
    }

    [Fact]
    public void Markdown_fence_is_longer_than_those_inside() => Assert.Equal("````csharp\n```\n````\n", Markdown.Fence("csharp", "```"));

    [Fact]
    public async Task Reference_of_hostile_names_stays_in_its_folder_and_escapes_titles()
    {
        var folder = Directory.CreateTempSubdirectory("genauth-hostile-");
        try
        {
            var document = Path.Combine(folder.FullName, "document.json");
            var schemas = new JObject(HostileNames.Select(name => new JProperty(name, new JObject(new JProperty("type", "object"), new JProperty("x-source-name", "`<b>`")))));
            await File.WriteAllTextAsync(document, new JObject(
                new JProperty("openapi", "3.0.3"),
                new JProperty("info", new JObject(new JProperty("title", "[evil](javascript:x) <script>"), new JProperty("version", "`1`"))),
                new JProperty("paths", new JObject()),
                new JProperty("components", new JObject(new JProperty("schemas", schemas)))).ToString());
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "names.lock"), string.Empty);

            var run = await Run.CommandAsync("reference", "--document", document, "--output", Path.Combine(folder.FullName, "out"));

            Assert.True(run.ExitCode == 0, run.Error);
            var files = Directory.EnumerateFiles(folder.FullName, "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.FullName, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
            Assert.Equal(
                [
                    "out/README.md", "out/models/-002e-002e-002f-002e-002e-002fEvil.md", "out/models/-005bx-005d-0028y-0029.md", "out/models/CON-.md", "out/models/README-.md",
                    "out/models/README.md", "out/models/a-005cb.md",
                ],
                files);
            Assert.StartsWith("# \\[evil\\](javascript:x) \\<script\\> \\`1\\` for C#\n", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "out", "README.md")), StringComparison.Ordinal);
            var page = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "out", "models", "-005bx-005d-0028y-0029.md"));
            Assert.StartsWith("# \\[x\\](y)\n", page, StringComparison.Ordinal);
            Assert.Contains("The service calls it `` `<b>` ``.", page, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Explorer_title_is_not_filled_with_the_document()
    {
        var document = new ApiDocument(new JObject(new JProperty("info", new JObject(new JProperty("title", "{{document}} <b>"), new JProperty("version", "{{document}}")))));

        var page = System.Text.Encoding.UTF8.GetString(ExplorerPage.Files(document)[ExplorerPage.Index]);

        Assert.Contains("<title>&#123;&#123;document}} &lt;b&gt; explorer</title>", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("{\"info\"").Length);
    }

    [Fact]
    public void Regular_expressions_of_the_commands_have_a_time_limit()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(CommandLine).Module.ModuleHandle);

        Assert.Equal(RegexTimeout.Limit, AppDomain.CurrentDomain.GetData("REGEX_DEFAULT_MATCH_TIMEOUT"));
    }
}
