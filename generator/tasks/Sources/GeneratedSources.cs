namespace GenAuth.Build;

/// <summary>Makes the sources that the library compiles of the tool's two files.</summary>
internal static class GeneratedSources
{
    /// <param name="document">The document that the tool has read.</param>
    /// <param name="toolVersion">The tool's version.</param>
    /// <param name="types">The tool's file of types.</param>
    /// <param name="clients">The tool's file of clients.</param>
    public static IReadOnlyList<Source> Make(ApiDocument document, string toolVersion, string[] types, string[] clients)
    {
        var tags = document.Operations.ToDictionary(operation => operation.Id?.Value.ToString() ?? string.Empty, operation => operation.Tag);
        return [OriginSource.Write(document, toolVersion), .. TypeSplitter.Split(types), .. ModelCode.Write(types), .. ClientSplitter.Split(clients, tags)];
    }
}
