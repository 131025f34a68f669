using System.IO.Compression;
using System.Xml.Linq;

namespace GenAuth.BuildTests;

/// <summary>A folder with the packages, made once for all tests of a class, of a version that no cache can hold.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private SourceTree Tree { get; } = new();

    private TemporaryFolder Folder { get; } = new();

    internal string Version { get; } = $"1.0.0-test.r{Guid.NewGuid():N}";

    private string Feed => Folder.File("feed");

    public async Task InitializeAsync()
    {
        // The second needs the first, so it finds it built.
        foreach (var project in new[] { SourceTree.Library, SourceTree.Testing })
        {
            (await Tree.RunAsync("pack", project, $"-p:Version={Version}", "-p:RunAnalyzers=false", "-o", Feed)).Succeeded();
        }

        Copy("App");
        Copy("Library");
        Copy("LibraryApp");
        Copy("Members");
        Copy("TestingApp");
    }

    public Task DisposeAsync()
    {
        Folder.Dispose();
        Tree.Dispose();
        return Task.CompletedTask;
    }

    internal ZipArchive Open(string package, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.{extension}"));

    /// <summary>The dependencies of a package by framework, each as name and range.</summary>
    internal Dictionary<string, string[]> DependenciesOf(string package)
    {
        using var archive = Open(package);
        using var stream = archive.GetEntry($"{package}.nuspec")!.Open();
        return XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == "group" && element.Parent!.Name.LocalName == "dependencies").ToDictionary(
            group => (string)group.Attribute("targetFramework")!,
            group => group.Elements().Select(dependency => $"{(string)dependency.Attribute("id")!}").Order(StringComparer.Ordinal).ToArray());
    }

    /// <summary>Builds a program that has the package from the feed, and runs it.</summary>
    internal async Task<BuildResult> RunAsync(string program, params string[] arguments)
    {
        // A packages folder of its own keeps the machine's clean; what that holds anyway is taken from there.
        string[] properties =
        [
            $"-p:GenAuthVersion={Version}",
            $"-p:RestoreAdditionalProjectSources={Feed}",
            $"-p:RestorePackagesPath={Folder.File("packages")}",
            $"-p:RestoreFallbackFolders={TestData.Packages}",
        ];
        (await DotNet.RunAsync(Folder.Path, ["build", program, .. properties])).Succeeded();
        return await DotNet.RunAsync(Folder.Path, [Folder.File(program, "bin", "Debug", "net10.0", $"{program}.dll"), .. arguments]);
    }

    private void Copy(string project)
    {
        foreach (var file in Directory.GetFiles(TestData.File("consumers", project)))
        {
            Folder.Write(Path.Combine(project, Path.GetFileName(file)), File.ReadAllText(file));
        }
    }
}
