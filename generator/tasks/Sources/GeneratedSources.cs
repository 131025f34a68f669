namespace GenAuth.Build;

/// <summary>Makes the sources that the library compiles of the tool's two files.</summary>
internal static class GeneratedSources
{
    /// <param name="model">What the tool has printed.</param>
    /// <param name="toolVersion">The tool's version.</param>
    /// <param name="types">The tool's file of types.</param>
    /// <param name="clients">The tool's file of clients.</param>
    /// <returns>The sources, or <see langword="null"/> when the files do not tell where their declarations begin.</returns>
    public static IReadOnlyList<Source>? Make(ApiModel model, string toolVersion, string[] types, string[] clients)
    {
        var models = new SourceParts(types, name => model.Find(name) is not null);
        var splitter = new ClientSplitter(clients, model);
        return models.IsWhole || splitter.IsWhole ? null
            : [OriginSource.Write(model.Document, toolVersion), .. TypeSplitter.Split(models, model), .. ModelCode.Write(model, types), .. splitter.Split()];
    }
}
