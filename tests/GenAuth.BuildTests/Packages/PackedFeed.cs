using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace GenAuth.BuildTests.Packages;

/// <summary>A folder with the packages, made once for all tests that use it, of a version that no cache can hold.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    public const string Collection = "packages";

    private readonly HashSet<string> _built = [];

    private PublishedTree Tree { get; } = new();

    private TemporaryFolder Folder { get; } = new();

    internal string Version { get; } = $"1.0.0-test.r{Guid.NewGuid():N}";

    internal string Commit { get; private set; } = string.Empty;

    private string Feed => Folder.File("feed");

    public async Task InitializeAsync()
    {
        Commit = await Tree.CommitAsync();

        // The second needs the first, so it finds it built.
        await Tree.PackAsync(SourceTree.Library, Version, Feed);
        await Tree.PackAsync(SourceTree.Testing, Version, Feed);

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

    internal ZipArchive Open(string package, string extension = "nupkg") => ZipFile.OpenRead(FileOf(package, extension));

    internal string FileOf(string package, string extension = "nupkg") => Path.Combine(Feed, $"{package}.{Version}.{extension}");

    internal string TextOf(string package, string file)
    {
        using var archive = Open(package);
        using var reader = new StreamReader(archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    internal XDocument ManifestOf(string package) => XDocument.Parse(TextOf(package, $"{package}.nuspec"));

    /// <summary>What the manifest of a package says about it, by name.</summary>
    internal Func<string, string> AboutOf(string package)
    {
        var manifest = ManifestOf(package);
        return name => manifest.Descendants().Single(element => element.Name.LocalName == name).Value;
    }

    /// <summary>The dependencies of a package by framework.</summary>
    internal Dictionary<string, string[]> DependenciesOf(string package) =>
        ManifestOf(package).Descendants().Where(element => element.Name.LocalName == "group" && element.Parent!.Name.LocalName == "dependencies").ToDictionary(
            group => (string)group.Attribute("targetFramework")!,
            group => group.Elements().Select(dependency => (string)dependency.Attribute("id")!).Order(StringComparer.Ordinal).ToArray());

    /// <summary>Builds a program that has the package from the feed, and runs it.</summary>
    internal async Task<BuildResult> RunAsync(string program, string framework, params string[] arguments)
    {
        if (_built.Add($"{program} {framework}"))
        {
            (await DotNet.RunAsync(Folder.Path, ["build", program, "-f", framework, .. Properties()])).Succeeded();
        }

        // The machine need not have a runtime as old as the framework.
        return await DotNet.RunAsync(
            Folder.Path,
            [Folder.File(program, "bin", "Debug", framework, $"{program}.dll"), .. arguments],
            new Dictionary<string, string?> { ["DOTNET_ROLL_FORWARD"] = "Major" });
    }

    /// <summary>Publishes a program for this machine without what it does not call, and runs it.</summary>
    internal async Task<BuildResult> RunTrimmedAsync(string program, params string[] arguments)
    {
        if (_built.Add($"{program} trimmed"))
        {
            (await DotNet.RunAsync(Folder.Path, ["publish", program, "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishTrimmed=true", "-p:TreatWarningsAsErrors=false", "-o", Folder.File("published"), .. Properties()])).Succeeded();
        }

        var file = Folder.File("published", program + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));
        return await ChildProcess.RunAsync(new ProcessStartInfo(file, arguments));
    }

    // A packages folder of its own keeps the machine's clean; what that holds anyway is taken from there.
    private string[] Properties() =>
    [
        $"-p:GenAuthVersion={Version}",
        $"-p:RestoreAdditionalProjectSources={Feed}",
        $"-p:RestorePackagesPath={Folder.File("packages")}",
        $"-p:RestoreFallbackFolders={TestData.Packages}",
    ];

    private void Copy(string project)
    {
        foreach (var file in Directory.GetFiles(TestData.File("consumers", project)))
        {
            Folder.Write(Path.Combine(project, Path.GetFileName(file)), File.ReadAllText(file));
        }
    }
}
