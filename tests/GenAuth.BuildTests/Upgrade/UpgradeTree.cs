using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Output;
using GenAuth.Tests.Shared;
using Newtonsoft.Json.Linq;

namespace GenAuth.BuildTests.Upgrade;

/// <summary>The project with its whole API and its tests, in a folder in which a maintainer imports a new version of the API.</summary>
internal sealed class UpgradeTree : IDisposable
{
    private const string Maintain = "generator/maintain";

    private readonly TemporaryFolder _folder = new();

    // The analyzers have checked the same sources in the build of these tests.
    private readonly Dictionary<string, string?> _environment = new() { ["RunAnalyzers"] = "false" };

    public UpgradeTree()
    {
        ProjectSources.CopyTo(_folder.Path, TestData.Root, ["docs", "generator", "openapi", "src", Path.Combine("tests", "GenAuth.ContractTests"), Path.Combine("tests", "shared")]);
        foreach (var file in Directory.GetFiles(Path.Combine(TestData.Root, "tests")))
        {
            File.Copy(file, _folder.File("tests", Path.GetFileName(file)));
        }

        File.Copy(Document, OldDocument);
        File.Copy(_folder.File("openapi", "names.lock"), _folder.File("names.lock"));
    }

    public string Document => _folder.File("openapi", "genauth-v3.json");

    /// <summary>The document as it was, with its names beside it.</summary>
    public string OldDocument => _folder.File("old.json");

    public string Results => _folder.File("results");

    public string Text(params string[] path) => File.ReadAllText(_folder.File(path));

    public Task<BuildResult> RunAsync(params string[] arguments) => DotNet.RunAsync(_folder.Path, arguments, _environment);

    public Task<BuildResult> MaintainAsync(params string[] arguments) => RunAsync(["run", "--project", Maintain, "--", .. arguments]);

    /// <summary>Edits the document as a maintainer does.</summary>
    public void EditDocument(Action<JObject> edit)
    {
        var root = ApiDocument.Load(Document).Root;
        edit(root);
        DocumentFile.Write(Document, DocumentFile.Text(root));
    }

    public void Edit(string path, string before, string after)
    {
        var text = File.ReadAllText(_folder.File(path));
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(_folder.File(path), text.Replace(before, after, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
