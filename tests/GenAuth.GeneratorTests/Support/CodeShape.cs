using System.Text;
using GenAuth.Build.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenAuth.GeneratorTests.Support;

/// <summary>
/// The structure of generated code without its names and texts: the kinds of all nodes and tokens, directives, comments, and
/// the elements of the documentation. Text that is printed without an escape changes it.
/// </summary>
internal static class CodeShape
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Parse);

    /// <summary>The shapes of all declarations, sorted, because generated declarations are sorted by name.</summary>
    public static IReadOnlyList<string> Get(IEnumerable<Source> sources) =>
    [
        // How many files there are depends on the first letters of the names.
        .. sources.Select(Frame).Distinct().Order(StringComparer.Ordinal),
        // A partial type has as many parts as its operations have tags.
        .. sources.SelectMany(source => Types(Parse(source))).GroupBy(type => type.Identifier.Text).SelectMany(parts => parts.Select(Head).Distinct().Concat(parts.SelectMany(Members))).Order(StringComparer.Ordinal),
    ];

    /// <summary>Usings, directives, assembly attributes and namespaces.</summary>
    private static string Frame(Source source)
    {
        var root = Parse(source);
        return Get(root.RemoveNodes(Types(root), SyntaxRemoveOptions.KeepUnbalancedDirectives)!);
    }

    private static string Head(BaseTypeDeclarationSyntax type) => Get(type.RemoveNodes(MembersOf(type), SyntaxRemoveOptions.KeepNoTrivia)!);

    private static IEnumerable<string> Members(BaseTypeDeclarationSyntax type) => MembersOf(type).Where(member => !IsPropertyNames(member)).Select(Get);

    /// <summary>The table of the C# names that the wire names do not give. How many it has depends on the names; all of them are literals.</summary>
    private static bool IsPropertyNames(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax { Identifier.Text: "PropertyNameOf", ExpressionBody.Expression: SwitchExpressionSyntax names }
        && names.Arms.All(arm => arm is { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax } or DiscardPatternSyntax, WhenClause: null, Expression: LiteralExpressionSyntax });

    private static SyntaxList<MemberDeclarationSyntax> MembersOf(BaseTypeDeclarationSyntax type) => type is TypeDeclarationSyntax owner ? owner.Members : default;

    private static List<BaseTypeDeclarationSyntax> Types(CompilationUnitSyntax root) =>
        [.. root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(type => type.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax)];

    private static CompilationUnitSyntax Parse(Source source)
    {
        var tree = CSharpSyntaxTree.ParseText(source.Text, Parsing);
        var errors = tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, $"{source.Name}: {errors.FirstOrDefault()}");
        return tree.GetCompilationUnitRoot();
    }

    private static string Get(SyntaxNode node)
    {
        var shape = new StringBuilder();
        Add(shape, node);
        return shape.ToString();
    }

    private static void Add(StringBuilder shape, SyntaxNode node)
    {
        shape.Append('(').Append(node.Kind());
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
            {
                Add(shape, inner);
            }
            else
            {
                Add(shape, child.AsToken());
            }
        }

        shape.Append(')');
    }

    private static void Add(StringBuilder shape, SyntaxToken token)
    {
        foreach (var trivia in token.LeadingTrivia)
        {
            Add(shape, trivia);
        }

        shape.Append(' ').Append(token.Kind());
        foreach (var trivia in token.TrailingTrivia)
        {
            Add(shape, trivia);
        }
    }

    private static void Add(StringBuilder shape, SyntaxTrivia trivia)
    {
        if (trivia.GetStructure() is DocumentationCommentTriviaSyntax documentation)
        {
            shape.Append("<doc>");
            AddXml(shape, documentation.Content);
        }
        else if (trivia.HasStructure)
        {
            shape.Append('<').Append(trivia.Kind()).Append(trivia.ToString().Trim()).Append('>');
        }
        else if (trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia))
        {
            shape.Append('<').Append(trivia.Kind()).Append('>');
        }
    }

    private static void AddXml(StringBuilder shape, IEnumerable<XmlNodeSyntax> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case XmlElementSyntax element:
                    shape.Append('<').Append(element.StartTag.Name).Append(element.StartTag.Attributes.Count).Append('>');
                    AddXml(shape, element.Content);
                    shape.Append("</>");
                    break;

                // NSwag writes one for each line break.
                case XmlEmptyElementSyntax empty when empty.Name.ToString() == "br":
                case XmlTextSyntax:
                    break;
                default:
                    shape.Append('<').Append(node.Kind()).Append('>');
                    break;
            }
        }
    }
}
