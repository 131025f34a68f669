using System.Text.RegularExpressions;
using GenAuth.Tests.Shared;

namespace GenAuth.BuildTests;

/// <summary>
/// A copy of the sources in a separate folder, so that a test can change them and starts from a clean tree whatever has
/// been built in the original. The tests are not copied, because they would build themselves.
/// </summary>
public sealed partial class SourceTree : IDisposable
{
    public const string Library = "src/GenAuth";
    public const string Generator = "generator";
    public const string Sample = "samples/AlipayLogin";
    public const string Solution = "GenAuth.Generated.sln";

    private static readonly string[] Folders = ["generator", "openapi", "samples", "src"];

    private readonly TemporaryFolder _folder;
    private readonly Dictionary<string, byte[]> _sources;

    public SourceTree()
        : this("genauth-")
    {
    }

    /// <param name="prefix">What the folder's name begins with.</param>
    public SourceTree(string prefix)
    {
        _folder = new TemporaryFolder(prefix);
        ProjectSources.CopyTo(_folder.Path, TestData.Root, Folders);

        // The names of the whole API do not apply to the built document.
        File.Delete(PathOf("openapi/names.lock"));
        Edit(Solution, RemoveProjects);
        Document = PathOf("small.json");
        File.Copy(SmallDocument.File, Document);
        // Copied beside the document and to the path of the whole API, which a test may replace.
        File.Copy(SmallDocument.Exceptions, PathOf("lint-exceptions.txt"));
        File.Copy(SmallDocument.Exceptions, PathOf("openapi/lint-exceptions.txt"), overwrite: true);
        _sources = SourceFiles().ToDictionary(file => file, file => File.ReadAllBytes(PathOf(file)));
    }

    public string Root => _folder.Path;

    /// <summary>The document that builds of this tree use, instead of the whole API.</summary>
    public string Document { get; }

    /// <summary>The build server, when a test runs many builds of the tree.</summary>
    internal BuildServer? Server { get; set; }

    /// <summary>One of the generated files of a client.</summary>
    public string ClientsFile => PathOf("generator/obj/generated/AuthenticationClient.Things.g.cs");

    /// <summary>The generated sources.</summary>
    public IReadOnlyList<string> GeneratedFiles() => [.. Directory.GetFiles(PathOf("generator/obj/generated"), "*.g.cs").Order(StringComparer.Ordinal)];

    /// <summary>The names and texts of all generated sources.</summary>
    public string GeneratedText() => string.Concat(GeneratedFiles().Select(file => $"{Path.GetFileName(file)}\n{File.ReadAllText(file)}"));

    public string PathOf(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Replaces a file's text, and sets a date later than all earlier builds.</summary>
    public void Edit(string path, Func<string, string> change)
    {
        var before = File.ReadAllText(PathOf(path));
        var after = change(before);
        if (after == before)
        {
            throw new InvalidOperationException($"The edit of {path} changed nothing.");
        }

        File.WriteAllText(PathOf(path), after);
    }

    /// <summary>Restores the original text of a source file.</summary>
    public void Undo(string path) => File.WriteAllBytes(PathOf(path), _sources[path]);

    /// <summary>Restores the original texts of all sources and deletes added files, so that tests can share a tree.</summary>
    public void Reset()
    {
        foreach (var added in SourceFiles().Where(file => !_sources.ContainsKey(file)))
        {
            File.Delete(PathOf(added));
        }

        foreach (var (path, content) in _sources)
        {
            if (!File.Exists(PathOf(path)) || !File.ReadAllBytes(PathOf(path)).AsSpan().SequenceEqual(content))
            {
                File.WriteAllBytes(PathOf(path), content);
            }
        }

        if (Directory.Exists(PathOf("generator/node_modules")))
        {
            Directory.Delete(PathOf("generator/node_modules"), recursive: true);
        }
    }

    /// <summary>
    /// Copies the tasks that the build of these tests has compiled. Their file is named after their sources, so that a tree
    /// with other sources compiles its own.
    /// </summary>
    public void TakeCompiledTasks()
    {
        var compiled = Path.Combine(TestData.Root, "generator", "obj", "tasks");
        Directory.CreateDirectory(PathOf("generator/obj/tasks"));
        foreach (var file in Directory.Exists(compiled) ? Directory.GetFiles(compiled, "*.dll") : [])
        {
            File.Copy(file, PathOf($"generator/obj/tasks/{Path.GetFileName(file)}"), overwrite: true);
        }
    }

    /// <summary>The files that are neither outputs nor intermediate files, by their path in the tree.</summary>
    public IReadOnlyList<string> SourceFiles() =>
    [
        .. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(ProjectSources.Products.Contains))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Runs a command that builds, with the small document.</summary>
    internal Task<BuildResult> RunAsync(params string[] arguments) => RunAsync(environment: null, arguments);

    /// <summary>The same with variables of the environment.</summary>
    internal Task<BuildResult> RunAsync(IReadOnlyDictionary<string, string?>? environment, params string[] arguments)
    {
        string[] all = [.. arguments, $"-p:GenAuthOpenApi={Document}"];
        return Server is null ? DotNet.RunAsync(Root, all, environment) : Server.RunAsync(Root, all, environment);
    }

    /// <summary>Runs the build step alone.</summary>
    internal Task<BuildResult> GenerateAsync(params string[] arguments) => RunAsync(["build", Generator, "--no-restore", .. arguments]);

    /// <summary>Deletes the outputs of builds, but not those of the restore.</summary>
    /// <param name="tasks">Whether the next build has to compile its tasks too.</param>
    internal void DeleteProducts(bool tasks = false)
    {
        foreach (var folder in Directory.GetDirectories(Root, "*", SearchOption.AllDirectories).Where(folder => IsProduct(folder, tasks)).ToList())
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsProduct(string folder, bool tasks) =>
        !folder.Contains("node_modules", StringComparison.Ordinal)
        && (Path.GetFileName(folder) == "bin" || (Path.GetFileName(Path.GetDirectoryName(folder)) == "obj" && (tasks || Path.GetFileName(folder) != "tasks")));

    /// <summary>The solution without the tests, and without the samples and the package that need more operations than the small document has.</summary>
    private static string RemoveProjects(string solution)
    {
        foreach (Match project in OtherProject().Matches(solution))
        {
            solution = Regex.Replace(solution.Replace(project.Value, string.Empty, StringComparison.Ordinal),
                $@"^.*{Regex.Escape(project.Groups["id"].Value)}.*\r?\n", string.Empty, RegexOptions.Multiline);
        }

        return solution;
    }

    [GeneratedRegex("""^Project\("[^"]*"\) = "[^"]*", "(?:tests|samples\\(?!AlipayLogin)[^\\"]*|src\\GenAuth\.AspNetCore)\\[^"]*", "(?<id>[^"]*)"\r?\nEndProject\r?\n""", RegexOptions.Multiline)]
    private static partial Regex OtherProject();
}
