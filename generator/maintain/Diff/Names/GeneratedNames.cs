namespace GenAuth.Maintain.Diff;

/// <summary>Has the build step generate the client of a document, and takes the names that came out.</summary>
internal static class GeneratedNames
{
    public static async Task<LockedNames> MakeAsync(DocumentSource source, string side, Workspace workspace, CancellationToken cancellationToken)
    {
        var names = workspace.Temporary($"{side}.generated.lock");
        var (exitCode, output, error) = await Tool.RunAsync("dotnet", workspace.Root,
            [
                "build", workspace.GeneratorProject!, "-nologo", "-v:quiet",
                Property("GenAuthOpenApi", source.File),
                Property("GenAuthGeneratedDir", workspace.Temporary($"{side}.generated") + Path.DirectorySeparatorChar),
                Property("GenAuthNames", names),
                Property("GenAuthAcceptNames", "true"),
                // Whether it keeps the conventions is another question.
                Property("GenAuthLint", "off"),
            ],
            cancellationToken);
        return exitCode == 0
            ? LockedNames.Read(names)
            : throw new UsageException($"{source.Label}: the build step cannot generate a client from it. Correct it, or compare without C# names that are certain (--no-names).\n{(output + error).Trim()}");
    }

    // MSBuild splits at these, and reads them back.
    private static string Property(string name, string value) =>
        $"-p:{name}={value.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)}";
}
