using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Input;

/// <summary>One document that the service publishes.</summary>
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
        CheckTexts(source.Name, document);
        published.Schemas.CheckAliases(source.Name);
        return document.Operations.Any() ? published : throw new UsageException($"{source.Name}: has no operations under paths. Name a document that the service publishes.");
    }

    /// <summary>Refuses texts that the build step would refuse in the project's document, with the same rules.</summary>
    private static void CheckTexts(string name, ApiDocument document)
    {
        var errors = new DocumentErrors((code, message, line, column) =>
            throw new UsageException($"{name}({line},{column}): error {code}: {message} Correct it in a copy of the document, and import that."));
        new TextCheck(document, errors) { IsPublished = true }.Run();
    }
}

/// <summary>The text of a file or an address.</summary>
internal sealed record SourceText(string Name, string Text)
{
    public static async Task<SourceText> ReadAsync(string source, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (source.Contains("://", StringComparison.Ordinal))
        {
            return new(source, await Download.ReadAsync(source, timeLimit, cancellationToken));
        }

        try
        {
            return new(source, await File.ReadAllTextAsync(source, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{source}: cannot be read: {exception.Message} Name an existing file or an http(s) address.");
        }
    }
}
