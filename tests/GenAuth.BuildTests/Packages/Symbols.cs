using System.Reflection.Metadata;
using System.Text;
using System.Text.Json.Nodes;

namespace GenAuth.BuildTests.Packages;

/// <summary>The source information in the symbols of a library.</summary>
internal sealed class Symbols : IDisposable
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _reader;

    private Symbols(Stream stream)
    {
        _provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        _reader = _provider.GetMetadataReader();
    }

    public IReadOnlyList<string> Files => [.. _reader.Documents.Select(NameOf)];

    public IReadOnlyList<string> EmbeddedFiles => [.. _reader.Documents.Where(document => Facts(document, EmbeddedSource).Any()).Select(NameOf)];

    public static Symbols Read(PackedFeed feed, string package, string framework)
    {
        using var archive = feed.Open(package, "snupkg");
        using var file = archive.GetEntry($"lib/{framework}/{package}.pdb")!.Open();
        var copy = new MemoryStream();
        file.CopyTo(copy);
        copy.Position = 0;
        return new Symbols(copy);
    }

    /// <summary>The URL of the files that match a pattern.</summary>
    public string? AddressOf(string pattern)
    {
        var text = Facts(EntityHandle.ModuleDefinition, SourceLink).Select(fact => Encoding.UTF8.GetString(_reader.GetBlobBytes(fact.Value))).Single();
        return (string?)JsonNode.Parse(text)!["documents"]![pattern];
    }

    public void Dispose() => _provider.Dispose();

    private string NameOf(DocumentHandle document) => _reader.GetString(_reader.GetDocument(document).Name);

    private IEnumerable<CustomDebugInformation> Facts(EntityHandle owner, Guid kind) =>
        _reader.GetCustomDebugInformation(owner).Select(_reader.GetCustomDebugInformation).Where(fact => _reader.GetGuid(fact.Kind) == kind);
}
