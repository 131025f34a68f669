using GenAuth.Maintain.Reference.Pages;
using GenAuth.Tests.Document;
using GenAuth.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenAuth.Tests.Reference;

public sealed class SignatureTests
{
    private static readonly string[] Clients = ["GenAuth.AuthenticationClient", "GenAuth.ManagementClient"];

    private static readonly SymbolDisplayFormat Format = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    [Fact]
    public void The_signatures_are_those_of_the_library()
    {
        var compilation = CSharpCompilation.Create("Signatures", references: Compiler.References, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var methods = Clients
            .SelectMany(client => compilation.GetTypeByMetadataName(client)!.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.DeclaredAccessibility == Accessibility.Public)
            .Select(method => $"{method.ContainingType.Name}: {method.ToDisplayString(Format)}")
            .ToHashSet();

        var unknown = ReferencePages.Operations.Select(Signature).Where(signature => !methods.Contains(signature));

        Report.None(unknown, "Correct generator/maintain/Reference/Api.");
    }

    private static string Signature(Page page)
    {
        var client = page.Path.StartsWith("management/", StringComparison.Ordinal) ? "ManagementClient" : "AuthenticationClient";
        return $"{client}: {Assert.Single(ReferencePages.Blocks(page, "Method name", "csharp"))}";
    }
}
