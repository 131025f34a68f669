using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace GenAuth.BuildTests.Packages;

/// <summary>A folder with the package of the library, and on demand with all packages, with a version that no cache can hold.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    public const string Collection = "packages";

    private readonly HashSet<string> _built = [];
    private readonly Dictionary<string, BuildResult> _published = [];
    private Task? _others;

    private PublishedTree Published { get; } = new();

    private TemporaryFolder Folder { get; } = new();

    /// <summary>The packages: one for each folder of the sources, but for the one that needs more operations than the small document has.</summary>
    public static TheoryData<string> Packages =>
    [
        .. Directory.GetDirectories(Path.Combine(TestData.Root, "src")).Select(folder => Path.GetFileName(folder)!)
            .Where(package => package != "GenAuth.AspNetCore").Order(StringComparer.Ordinal),
    ];

    internal string Version { get; } = $"1.0.0-test.r{Guid.NewGuid():N}";

    internal string Commit { get; private set; } = string.Empty;

    /// <summary>The tree from which the packages are made.</summary>
    internal SourceTree Tree => Published.Tree;

    /// <summary>The first command after a clone, which packs the library.</summary>
    internal BuildResult First { get; private set; } = null!;

    /// <summary>The next build.</summary>
    internal BuildResult Unchanged { get; private set; } = null!;

    internal IReadOnlyList<string> FilesBefore { get; private set; } = [];

    internal IReadOnlyList<string> FilesAfter { get; private set; } = [];

    private string Feed => Folder.File("feed");

    public async Task InitializeAsync()
    {
        Commit = await Published.CommitAsync();
        FilesBefore = Tree.SourceFiles();
        First = await Published.PackAsync(SourceTree.Library, Version, Feed);
        FilesAfter = Tree.SourceFiles();
        Unchanged = await BuildAsync();

        Copy("AlipayLogin");
        Copy("App");
        Copy("HostedApp");
        Copy("Library");
        Copy("LibraryApp");
        Copy("Members");
        Copy("TestingApp");
    }

    /// <summary>Builds the library as it was packed, with further arguments.</summary>
    internal Task<BuildResult> BuildAsync(params string[] arguments) => Tree.RunAsync(
        ["build", SourceTree.Library, "--no-restore", "-c", "Release", $"-p:Version={Version}", "-p:RunAnalyzers=false", .. arguments]);

    /// <summary>Packs the other packages too, which most tests of a daily run do not need.</summary>
    internal Task PackAllAsync() => _others ??= Published.PackAsync(SourceTree.Solution, Version, Feed);

    public Task DisposeAsync()
    {
        Folder.Dispose();
        Published.Dispose();
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

    /// <summary>The metadata of a package by name.</summary>
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

    /// <summary>The versions of another package that a package accepts, by framework.</summary>
    internal IReadOnlyList<string> VersionsOf(string dependency, string package) =>
        [.. ManifestOf(package).Descendants().Where(element => element.Name.LocalName == "dependency" && (string)element.Attribute("id")! == dependency).Select(element => (string)element.Attribute("version")!)];

    /// <summary>Builds a program that has the package from the feed, and runs it.</summary>
    internal async Task<BuildResult> RunAsync(string program, string framework, params string[] arguments)
    {
        if (_built.Add($"{program} {framework}"))
        {
            (await DotNet.RunAsync(Folder.Path, ["build", program, "-f", framework, .. Properties()])).Succeeded();
        }

        // The machine may not have the runtime of the older framework.
        return await DotNet.RunAsync(
            Folder.Path,
            [Folder.File(program, "bin", "Debug", framework, $"{program}.dll"), .. arguments],
            new Dictionary<string, string?> { ["DOTNET_ROLL_FORWARD"] = "Major" });
    }

    /// <summary>Publishes a program for this machine, trimmed or compiled ahead of time.</summary>
    /// <param name="program">The program.</param>
    /// <param name="property">PublishTrimmed or PublishAot.</param>
    /// <returns>The output of the publishing, and the path of the program.</returns>
    internal async Task<(BuildResult Publishing, string File)> PublishAsync(string program, string property)
    {
        var folder = Folder.File($"{program}-{property}");
        if (!_published.TryGetValue(folder, out var publishing))
        {
            publishing = (await DotNet.RunAsync(
                Folder.Path,
                ["publish", program, "-f", "net10.0", "-r", RuntimeInformation.RuntimeIdentifier, $"-p:{property}=true", "-p:TreatWarningsAsErrors=false", "-p:NativeDebugSymbols=false", "-o", folder, .. Properties()])).Succeeded();
            _published.Add(folder, publishing);
        }

        return (publishing, Path.Combine(folder, program + (OperatingSystem.IsWindows() ? ".exe" : string.Empty)));
    }

    // A separate packages folder keeps the machine's clean, which serves as a fallback folder.
    private string[] Properties() =>
    [
        $"-p:GenAuthVersion={Version}",
        $"-p:RestoreAdditionalProjectSources={Feed}",
        $"-p:RestorePackagesPath={Folder.File("packages")}",
        $"-p:RestoreFallbackFolders={TestData.Packages}",
    ];

    private void Copy(string project)
    {
        var sample = Path.Combine(TestData.Root, "samples", project);
        string[] files = [.. Directory.GetFiles(TestData.File("consumers", project)), .. Directory.Exists(sample) ? Directory.GetFiles(sample, "*.cs") : []];
        foreach (var file in files)
        {
            Folder.Write(Path.Combine(project, Path.GetFileName(file)), File.ReadAllText(file));
        }
    }
}
