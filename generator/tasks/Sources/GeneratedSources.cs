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
        var files = model.Areas.GroupBy(area => area.Interface).ToDictionary(areas => areas.Key, areas => areas.First().File);
        var typeParts = new SourceParts(types, name => model.Find(name) is { } type ? $"Models.{char.ToUpperInvariant(type.Name[0])}.g.cs" : null);
        var clientParts = new SourceParts(clients, name => files.TryGetValue(name, out var file) ? file : null);
        model.Operations.ToList().ForEach(operation => clientParts.Open(operation.Area.File).AddRange(OptionsCode.Write(operation)));
        return typeParts.IsWhole || clientParts.IsWhole ? null
            : [OriginSource.Write(model.Document, toolVersion), .. typeParts.Split(), .. ModelCode.Write(model, types), .. clientParts.Split(), .. AreaCode.Write(model)];
    }
}
