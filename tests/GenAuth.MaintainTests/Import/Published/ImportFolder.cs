using GenAuth.Maintain.Import.Output;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import.Published;

/// <summary>A folder with a copy of the project's document, to import into.</summary>
internal sealed class ImportFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-import-");

    public ImportFolder()
    {
        foreach (var name in new[] { "genauth-v3.json", "DEVIATIONS.md" })
        {
            File.Copy(Repository.PathOf("openapi", name), PathOf(name));
        }
    }

    /// <summary>The same with the part of the document that describes the operations of some paths.</summary>
    public ImportFolder(IReadOnlyCollection<string> paths)
        : this() => Write("genauth-v3.json", DocumentFile.Text(SmallApi.Cut(Root, paths)));

    public string Document => PathOf("genauth-v3.json");

    public string Text => File.ReadAllText(Document);

    public JObject Root => JObject.Parse(Text);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public Task<Run> ImportAsync(PublishedForm published, params string[] more) =>
        Run.CommandAsync(["import", Write("authentication.json", published.Authentication.ToString()), Write("management.json", published.Management.ToString()), "--document", Document, .. more]);

    public void Dispose() => _folder.Delete(recursive: true);
}
