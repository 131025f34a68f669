using GenAuth.Build.Document;
using Newtonsoft.Json;

namespace GenAuth.Build.Sources;

/// <summary>Writes the source with the origin of the generated code: constants for programs, metadata for readers of the assembly.</summary>
internal static class OriginSource
{
    public static Source Write(ApiDocument document, string toolVersion)
    {
        var version = Literal(document.Root["info"].Text("version") ?? "unknown");
        var tool = Literal("NSwag " + toolVersion);
        return new Source("Origin.g.cs", $$"""
            // Generated from the API document by generator/. Do not edit: changes are lost with the next build.
            [assembly: System.Reflection.AssemblyMetadata("GenAuth.Document", {{version}})]
            [assembly: System.Reflection.AssemblyMetadata("GenAuth.Generator", {{tool}})]

            namespace GenAuth
            {
                internal static class Origin
                {
                    public const string Document = {{version}};

                    public const string Generator = {{tool}};
                }
            }

            """.Replace("\r", string.Empty));
    }

    // C# has the escape sequences of JSON.
    private static string Literal(string text) => JsonConvert.ToString(text);
}
