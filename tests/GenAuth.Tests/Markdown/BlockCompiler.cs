using System.Reflection;
using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenAuth.Tests.Markdown;

/// <summary>Compiles a code block as part of a program.</summary>
internal static class BlockCompiler
{
    // Members of a class instead of variables, so that a block can declare the same names.
    private const string Surroundings = """
        global using GenAuth;
        global using GenAuth.Models;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using OpenTelemetry.Metrics;
        global using OpenTelemetry.Trace;
        global using static Surroundings;

        internal static class Surroundings
        {
            public static AuthenticationClient client = null!;
            public static ManagementClient management = null!;
            public static AuthenticationClientOptions options = null!;
            public static IServiceCollection services = null!;
            public static IConfiguration configuration = null!;
            public static IServiceProvider provider = null!;
            public static CancellationToken cancellationToken;
            public static string code = "";
            public static string password = "";
            public static string accessToken = "";
            public static string refreshToken = "";
            public static ILogger logger = null!;
            public static MeterProviderBuilder metrics = null!;
            public static System.Security.Cryptography.RSA alipayPublicKey = null!;
            public static GenAuth.Testing.GenAuthTenant tenant = null!;
            public static HttpClient http = null!;
            public static WebApplicationBuilder builder = null!;
            public static WebApplication app = null!;
        }

        internal sealed class MyObserver : ISchemaDriftObserver
        {
            public void OnDrift(SchemaDrift drift) { }
        }
        """;

    /// <summary>The errors of a block, and its nullability warnings.</summary>
    public static IReadOnlyList<string> Complaints(CodeBlock block) =>
    [
        .. Compile(block).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id.StartsWith("CS86", StringComparison.Ordinal))
            .Select(diagnostic => diagnostic.ToString()),
    ];

    /// <summary>Loads a block of declarations, so that a test can run it.</summary>
    public static Assembly Load(CodeBlock block)
    {
        using var assembly = new MemoryStream();
        var result = Compile(block).Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(assembly.ToArray());
    }

    private static CSharpCompilation Compile(CodeBlock block)
    {
        var code = CSharpSyntaxTree.ParseText($"#line {block.Line} \"{block.File}\"\n{block.Text}\n", Compiler.Parsing);
        var isProgram = code.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        return CSharpCompilation.Create(
            "Block",
            [code, CSharpSyntaxTree.ParseText(ImplicitUsings.Text, Compiler.Parsing), CSharpSyntaxTree.ParseText(Surroundings, Compiler.Parsing)],
            Compiler.References,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
    }
}
