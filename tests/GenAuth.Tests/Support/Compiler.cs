using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenAuth.Tests.Support;

/// <summary>Compiles samples with the language version of the project and the references of the tests.</summary>
internal static class Compiler
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Assemblies = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.CSharp14);

    public static IReadOnlyList<MetadataReference> References => Assemblies.Value;
}
