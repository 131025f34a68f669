using GenAuth.Maintain;
using Newtonsoft.Json.Linq;

namespace GenAuth.BuildTests.Diff;

/// <summary>Two libraries that the real build step and compiler create from two documents, and the changes that diff reports.</summary>
public sealed class DiffedLibraries : IAsyncLifetime
{
    private SourceTree Tree { get; } = new();

    public byte[] Old { get; private set; } = [];

    public byte[] New { get; private set; } = [];

    internal IReadOnlyList<JObject> Changes { get; private set; } = [];

    /// <summary>The report of diff without the new names.</summary>
    internal IReadOnlyList<JObject> ChangesWithoutLock { get; private set; } = [];

    public async Task InitializeAsync()
    {
        (await Tree.RunAsync("restore", SourceTree.Generator)).Succeeded();
        Tree.TakeCompiledTasks();
        var old = await WriteAsync("old");
        var current = await WriteAsync("new");
        Old = await MakeAsync(old);
        // The new document replaces the old one, whose names were published.
        File.Copy(NamesOf(old), NamesOf(current));
        New = await MakeAsync(current);
        string[] both = [old, current, "--old-names", NamesOf(old)];
        Changes = await DiffAsync([.. both, "--new-names", NamesOf(current)]);
        ChangesWithoutLock = await DiffAsync(both);
    }

    public Task DisposeAsync()
    {
        Tree.Dispose();
        return Task.CompletedTask;
    }

    internal JObject ChangeOf(Plant plant) =>
        Assert.Single(Changes, change => (string?)change["wire"] == plant.Wire && (string?)change["rule"] == plant.Rule);

    /// <summary>The small document, which the hand-written sources need, with the compared operations added.</summary>
    private async Task<string> WriteAsync(string side)
    {
        var document = JObject.Parse(SmallDocument.Text);
        var plants = JObject.Parse(await File.ReadAllTextAsync(TestData.File("diff", $"{side}.json")));
        ((JObject)document["paths"]!).Merge(plants["paths"]);
        ((JObject)document["components"]!["schemas"]!).Merge(plants["schemas"]);
        var file = Tree.PathOf($"{side}/document.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, document.ToString());
        return file;
    }

    private async Task<byte[]> MakeAsync(string document)
    {
        var generated = Tree.PathOf($"generated/{Guid.NewGuid():N}/");
        (await DotNet.RunAsync(Tree.Root,
        [
            "build", SourceTree.Generator, "--no-restore", "-p:GenAuthAcceptNames=true", "-p:GenAuthLint=off", $"-p:GenAuthOpenApi={document}", $"-p:GenAuthGeneratedDir={generated}",
        ])).Succeeded();
        return LibraryCompiler.Compile(Tree.PathOf(SourceTree.Library), generated);
    }

    private async Task<IReadOnlyList<JObject>> DiffAsync(IEnumerable<string> arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(["diff", .. arguments, "--project", Tree.Root, "--format", "json"], output, error);
        Assert.True(exitCode == ExitCode.Findings, error.ToString());
        return [.. JObject.Parse(output.ToString())["changes"]!.Cast<JObject>()];
    }

    private static string NamesOf(string document) => Path.Combine(Path.GetDirectoryName(document)!, "names.lock");
}
