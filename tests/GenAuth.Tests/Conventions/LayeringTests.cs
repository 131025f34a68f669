using GenAuth.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenAuth.Tests.Conventions;

/// <summary>The folders of src/GenAuth are layers: a folder refers only to folders before it in the list of docs/architecture.md.</summary>
public sealed class LayeringTests
{
    private static readonly string Library = Repository.PathOf("src", "GenAuth");

    private static readonly string[][] Frameworks = [["NET", "NET8_0_OR_GREATER"], ["NETSTANDARD2_0"]];

    private static readonly IReadOnlyList<(string Folder, string Path, CompilationUnitSyntax Root)> Files =
    [
        .. Sources(Library).SelectMany(file => Parsings(file.Text).Select(root => (file.Path.Split('/')[0], file.Path, root))),
    ];

    private static readonly IReadOnlyList<string> Layers =
    [
        .. File.ReadLines(Repository.PathOf("docs", "architecture.md"))
            .SkipWhile(line => line != "## Layers")
            .SkipWhile(line => !line.StartsWith("| `", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]),
    ];

    [Fact]
    public void Every_folder_of_the_library_is_a_layer() =>
        Assert.Equal(Files.Select(file => file.Folder).Distinct().Order(StringComparer.Ordinal), Layers.Order(StringComparer.Ordinal));

    [Fact]
    public void Folder_refers_only_to_folders_below_it()
    {
        var folders = Files.SelectMany(file => TypesIn(file.Root).Select(type => (type, file.Folder))).Distinct().ToLookup(pair => pair.type, pair => pair.Folder);

        var upward =
            from file in Files
            from name in file.Root.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsType).Select(name => name.Identifier.ValueText).Distinct()
            where folders[name].Any() && folders[name].All(folder => Index(folder) > Index(file.Folder))
            select $"{file.Path} refers to {name} of {folders[name].First()}";

        Assert.Empty(upward.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Namespace_of_internal_types_equals_their_folder() => Assert.Empty(
        Files.Where(file => !file.Root.DescendantNodes().OfType<MemberDeclarationSyntax>().Any(type => type.Parent is BaseNamespaceDeclarationSyntax && type.Modifiers.Any(SyntaxKind.PublicKeyword)))
            .SelectMany(file => OtherNamespaces("GenAuth", file.Path, file.Root)));

    [Theory]
    [InlineData("tasks", "GenAuth.Build")]
    [InlineData("maintain", "GenAuth.Maintain")]
    public void Namespace_of_generator_types_equals_their_folder(string folder, string root) =>
        Assert.Empty(Sources(Repository.PathOf("generator", folder)).SelectMany(file => OtherNamespaces(root, file.Path, CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot())));

    private static IEnumerable<string> OtherNamespaces(string rootNamespace, string path, CompilationUnitSyntax root) =>
        from found in root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString())
        // Types that the compiler requires must have the namespaces of newer frameworks.
        where found != string.Join('.', path.Split('/')[..^1].Prepend(rootNamespace)) && !found.StartsWith("System.", StringComparison.Ordinal)
        select $"{path}: {found}";

    private static IEnumerable<(string Path, string Text)> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
        .Where(file => file.Path.Split('/')[0] is not ("bin" or "obj"));

    private static int Index(string folder) => Layers.TakeWhile(layer => layer != folder).Count();

    /// <summary>A file as the newest and as the oldest framework compile it.</summary>
    private static IEnumerable<CompilationUnitSyntax> Parsings(string text) =>
        from symbols in Frameworks
        select CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithPreprocessorSymbols(symbols)).GetCompilationUnitRoot();

    private static IEnumerable<string> TypesIn(CompilationUnitSyntax root) => root.DescendantNodes().OfType<MemberDeclarationSyntax>()
        .Select(type => (type as BaseTypeDeclarationSyntax)?.Identifier.ValueText ?? (type as DelegateDeclarationSyntax)?.Identifier.ValueText).OfType<string>();

    /// <summary>Whether a name can be a type: no member behind a dot, no named argument, no member that an initializer sets.</summary>
    private static bool IsType(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
        _ => name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null,
    };
}
