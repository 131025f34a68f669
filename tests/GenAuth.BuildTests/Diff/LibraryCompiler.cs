using System.Reflection;
using System.Xml.Linq;
using GenAuth.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenAuth.BuildTests.Diff;

/// <summary>Compiles the library in this process: its hand-written sources with a client that the build step has generated.</summary>
internal static class LibraryCompiler
{
    private const string Name = "GenAuth";

    // The .NET SDK writes this attribute; the library sends it in each request.
    private const string Version = "\n[assembly: System.Reflection.AssemblyInformationalVersion(\"1.0.0\")]";

    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Latest, DocumentationMode.None, preprocessorSymbols: ["NET", "NETCOREAPP", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0", "NET10_0_OR_GREATER"]);

    public static CSharpCompilationOptions Options { get; } = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The references of this process without the library that was built with the whole API.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith(Name, StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    public static byte[] Compile(string sourceFolder, string generatedFolder)
    {
        var files = Directory.EnumerateFiles(sourceFolder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(generatedFolder, "*.g.cs"));
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Parsing, file)).Append(CSharpSyntaxTree.ParseText(ImplicitUsings.Text + Usings(sourceFolder) + Version, Parsing));
        CSharpGeneratorDriver.Create([LogGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(CSharpCompilation.Create(Name, trees, References, Options), out var compilation, out _);
        return Emit(compilation);
    }

    public static byte[] Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }

    /// <summary>What the library's project imports into every file.</summary>
    private static string Usings(string sourceFolder) => string.Concat(
        XDocument.Load(Path.Combine(sourceFolder, $"{Name}.csproj")).Descendants("Using").Select(item => $"\nglobal using {item.Attribute("Include")!.Value};"));

    /// <summary>The only source generator that the sources need: the one of LoggerMessage.</summary>
    private static ISourceGenerator LogGenerator()
    {
        var package = Path.Combine(TestData.Packages, "microsoft.extensions.logging.abstractions");
        var file = Directory.GetFiles(package, "Microsoft.Extensions.Logging.Generators.dll", SearchOption.AllDirectories).First(path => path.Contains("roslyn4.4", StringComparison.Ordinal));
        var type = Assembly.LoadFrom(file).GetType("Microsoft.Extensions.Logging.Generators.LoggerMessageGenerator", throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
