using GenAuth.Build.Api;
using GenAuth.Build.Clients;
using GenAuth.Build.Models;

namespace GenAuth.Build.Sources;

/// <summary>Creates the sources that the library compiles from the two files of NSwag.</summary>
internal static class GeneratedSources
{
    /// <param name="model">The model that NSwag has printed.</param>
    /// <param name="toolVersion">NSwag's version.</param>
    /// <param name="types">NSwag's file of types.</param>
    /// <param name="clients">NSwag's file of clients.</param>
    /// <returns>The sources, or <see langword="null"/> when the files have no name lines.</returns>
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
