using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GenAuth.BuildTests.Diff;

/// <summary>Compiles programs that use a compiled library.</summary>
internal sealed class Consumer
{
    private const string Frame = """
        using System;
        using System.Collections.Generic;
        using GenAuth;
        using GenAuth.Models;

        public static class Program
        {
            public static void Use(IManagementClient client, PlantDto plant, int number, int? numberOrNot, long longNumber, string text)
            {
                USE
            }
        }
        """;

    private readonly CSharpCompilation _compilation;

    private Consumer(string source, byte[] library) =>
        _compilation = CSharpCompilation.Create(
            "Consumer", [CSharpSyntaxTree.ParseText(source, LibraryCompiler.Parsing)], [.. LibraryCompiler.References, MetadataReference.CreateFromImage(library)], LibraryCompiler.Options);

    public IReadOnlyList<Diagnostic> Errors => [.. Diagnostics(DiagnosticSeverity.Error)];

    public int Warnings => Diagnostics(DiagnosticSeverity.Warning).Count();

    /// <summary>The parameters that the call's arguments go to, in the order of the arguments, and all parameters of the method.</summary>
    public IReadOnlyList<string> Arguments => [.. Invocation?.Arguments.Where(argument => !argument.IsImplicit).OrderBy(argument => argument.Syntax.SpanStart).Select(argument => argument.Parameter!.Name) ?? []];

    public IReadOnlyList<string> Parameters => [.. Invocation?.TargetMethod.Parameters.Select(parameter => parameter.Name) ?? []];

    public byte[] Image => LibraryCompiler.Emit(_compilation);

    private IInvocationOperation? Invocation
    {
        get
        {
            var tree = _compilation.SyntaxTrees[0];
            var model = _compilation.GetSemanticModel(tree);
            return tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Select(node => model.GetOperation(node)).OfType<IInvocationOperation>().FirstOrDefault();
        }
    }

    public static Consumer Using(string statements, byte[] library) => new(Frame.Replace("USE", statements, StringComparison.Ordinal), library);

    /// <summary>A complete program.</summary>
    public static Consumer Create(string source, byte[] library) => new(source, library);

    /// <summary>A program with a class of its own that implements an interface as a library had it.</summary>
    public static Consumer Implementing(string type, byte[] written, byte[] library) => new(ImplementationOf(type, written), library);

    private static string ImplementationOf(string type, byte[] library)
    {
        var probe = CSharpCompilation.Create("Probe", references: [.. LibraryCompiler.References, MetadataReference.CreateFromImage(library)], options: LibraryCompiler.Options);
        var format = SymbolDisplayFormat.FullyQualifiedFormat
            .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType)
            .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName)
            .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);
        var client = probe.GetTypeByMetadataName(type)!;
        var members = client.AllInterfaces.Prepend(client).SelectMany(one => one.GetMembers()).ToList();
        var methods = members.OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary).Select(method => $"public {method.ToDisplayString(format)} => throw new System.NotSupportedException();");
        var properties = members.OfType<IPropertySymbol>().Select(property => $"public {property.ToDisplayString(format)} => throw new System.NotSupportedException();");
        return $"#nullable disable\npublic class Double : global::{type}\n{{\n{string.Join('\n', methods.Concat(properties))}\n}}";
    }

    private IEnumerable<Diagnostic> Diagnostics(DiagnosticSeverity severity) =>
        // Unused variables of the snippets are no errors.
        _compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == severity && diagnostic.Id is not "CS0219");
}
