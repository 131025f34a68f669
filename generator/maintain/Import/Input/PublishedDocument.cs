using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Input;

/// <summary>One document as the service publishes it.</summary>
internal sealed class PublishedDocument
{
    private PublishedDocument(string name, ApiDocument document)
    {
        Name = name;
        Document = document;
        Schemas = new(document.Root["components"]?["schemas"] as JObject ?? []);
    }

    public string Name { get; }

    public ApiDocument Document { get; }

    public SchemaSet Schemas { get; }

    public static PublishedDocument Parse(SourceText source)
    {
        var document = OpenApiReader.Read(source.Name, source.Text, allowRepeatedValues: true);
        var published = new PublishedDocument(source.Name, document);
        PublishedTexts.Check(source.Name, document);
        new AliasCheck(source.Name, published.Schemas).Run();
        return document.Operations.Any() ? published : throw new UsageException($"{source.Name}: has no operations under paths. Name a document that the service publishes.");
    }
}
