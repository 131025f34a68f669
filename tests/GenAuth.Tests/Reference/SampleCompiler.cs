using GenAuth.Maintain.Reference.Pages;
using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenAuth.Tests.Reference;

/// <summary>Compiles the samples of pages together, each as the body of a method.</summary>
internal static class SampleCompiler
{
    // A newer assembly than the one that a package was built with, which the build of a project ignores too.
    private static readonly Dictionary<string, ReportDiagnostic> NewerAssemblies = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    /// <summary>The errors and warnings of the samples.</summary>
    public static IReadOnlyList<Diagnostic> Complaints(IEnumerable<Page> pages)
    {
        var samples = pages.SelectMany(page => ReferencePages.Blocks(page, "Sample code", "csharp").Select(sample => (page.Path, sample)));
        var trees = samples.Select((sample, index) => CSharpSyntaxTree.ParseText(Method(sample.Path, sample.sample, index), Compiler.Parsing));
        var compilation = CSharpCompilation.Create(
            "Samples",
            trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings.Text, Compiler.Parsing)),
            Compiler.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable).WithSpecificDiagnosticOptions(NewerAssemblies));
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }

    private static string Method(string page, string sample, int index)
    {
        var lines = sample.Split('\n');
        var usings = lines.TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal)).ToList();
        return $$"""
            {{string.Join('\n', usings)}}
            internal static class Sample{{index}}
            {
                public static async Task RunAsync(AuthenticationClient client, IAuthenticationClient asUser, ManagementClient management, CancellationToken cancellationToken)
                {
            #line 1 "{{page}}"
            {{string.Join('\n', lines.Skip(usings.Count))}}
                }
            }
            """;
    }
}
