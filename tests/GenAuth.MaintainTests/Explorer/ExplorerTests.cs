using System.Text;
using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Maintain;
using GenAuth.Maintain.Explorer;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Explorer;

public sealed partial class ExplorerTests : IDisposable
{
    private const string Hostile = """{ "openapi": "3.0.3", "info": { "title": "<Acme> & Sons", "version": "2", "description": "</script><script>alert(1)</script><!-- {{title}}" }, "paths": { "/a": { "get": { "operationId": "Management_a" } } } }""";

    private static readonly string[] Harmless = ["'none'", "'self'", "file:", "data:", "'unsafe-inline'"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-explorer-");

    private string Output => Path.Combine(_folder.FullName, "out");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Explorer_page_contains_the_whole_document()
    {
        var page = await WriteAsync(Hostile);

        var inline = Assert.Single(Document().Matches(page)).Groups[1].Value;
        Assert.True(JToken.DeepEquals(JToken.Parse(Hostile), JToken.Parse(inline)));
    }

    [Fact]
    public async Task Explorer_document_cannot_end_its_script_element() =>
        Assert.DoesNotContain("<", Document().Match(await WriteAsync(Hostile)).Groups[1].Value, StringComparison.Ordinal);

    [Fact]
    public async Task Explorer_title_and_facts_are_those_of_the_document()
    {
        var page = await WriteAsync(Hostile);

        Assert.Contains("<title>&lt;Acme&gt; &amp; Sons explorer</title>", page, StringComparison.Ordinal);
        Assert.Contains("Version 2: 1 operations, 0 types.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explorer_page_loads_only_files_beside_it()
    {
        var page = Document().Replace(await WriteAsync(Hostile), string.Empty);

        var loaded = Loaded().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("swagger-ui-bundle.js", loaded);
        Assert.All(loaded, file => Assert.True(File.Exists(Path.Combine(Output, file)), file));
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explorer_styles_load_no_external_files()
    {
        await WriteAsync(Hostile);

        foreach (var file in Directory.EnumerateFiles(Output, "*.css"))
        {
            Assert.DoesNotMatch(StyleFromElsewhere(), await File.ReadAllTextAsync(file));
        }
    }

    [Fact]
    public async Task Explorer_content_security_policy_forbids_external_requests()
    {
        var policy = Policy().Match(await WriteAsync(Hostile)).Groups[1].Value;

        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.All(policy.Split(';'), rule => Assert.All(rule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1), source => Assert.Contains(source, Harmless)));
    }

    [Fact]
    public void Explorer_includes_the_licence_of_Swagger_UI() => Assert.Contains("Apache License", Encoding.UTF8.GetString(SwaggerUi.Read("LICENSE")), StringComparison.Ordinal);

    [Fact]
    public void Explorer_files_are_reproducible()
    {
        var document = new ApiDocument(JObject.Parse(Hostile));

        Assert.Equal(ExplorerPage.Files(document), ExplorerPage.Files(document));
    }

    [Fact]
    public async Task Output_folder_with_other_content_is_refused()
    {
        Directory.CreateDirectory(Output);
        var photo = Path.Combine(Output, "photo.png");
        await File.WriteAllTextAsync(photo, "mine");

        var run = await RunAsync(Hostile);

        Assert.Equal(ExitCode.Unusable, run.ExitCode);
        Assert.Contains("holds something else than the explorer", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(photo));
    }

    private async Task<string> WriteAsync(string document)
    {
        var run = await RunAsync(document);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        return await File.ReadAllTextAsync(Path.Combine(Output, "index.html"));
    }

    private async Task<Run> RunAsync(string document)
    {
        var file = Path.Combine(_folder.FullName, "api.json");
        await File.WriteAllTextAsync(file, document);
        return await Run.CommandAsync("explorer", "--document", file, "--output", Output);
    }

    [GeneratedRegex("""<script type="application/json" id="document">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Document();

    [GeneratedRegex("""(?:src|href)="([^"]+)""")]
    private static partial Regex Loaded();

    [GeneratedRegex("""url\(\s*["']?(?:https?:)?//|@import""")]
    private static partial Regex StyleFromElsewhere();

    [GeneratedRegex("""Content-Security-Policy" content="([^"]+)""")]
    private static partial Regex Policy();
}
