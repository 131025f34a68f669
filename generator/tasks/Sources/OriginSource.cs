using Newtonsoft.Json;

namespace GenAuth.Build;

/// <summary>Writes the source that tells what the others were made from: for programs as constants, for readers of the assembly as metadata.</summary>
internal static class OriginSource
{
    public static Source Write(ApiDocument document, string toolVersion)
    {
        var version = Literal(document.Root["info"].Text("version") ?? "unknown");
        var tool = Literal("NSwag " + toolVersion);
        return new Source("Origin.g.cs", $$"""
            // Made from the API document by generator/. Do not edit: changes are lost with the next build.
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

    // What JSON escapes, C# reads in the same way.
    private static string Literal(string text) => JsonConvert.ToString(text);
}
