using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenAuth.Tests.Support;

/// <summary>What compiling a sample takes: the language of the project, and the assemblies that the tests themselves see.</summary>
internal static class Compiler
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Assemblies = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.CSharp14);

    public static IReadOnlyList<MetadataReference> References => Assemblies.Value;
}
