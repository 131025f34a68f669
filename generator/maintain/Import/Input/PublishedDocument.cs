using System.Text.RegularExpressions;
using GenAuth.Build;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Input;

/// <summary>One document as the service publishes it, of a shape that the rest can rely on.</summary>
internal sealed partial class PublishedDocument
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
        var text = source.Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        Refuse(source, text.Length == 0, "is empty. Download it again.");
        Refuse(source, text.FirstOrDefault() == '<', "is an HTML or XML page, not a document. Find the address of the JSON behind the page.");
        Refuse(source, LooksLikeYaml().IsMatch(text), "is YAML. Ask for the JSON form, or convert it, for example with yq -o=json.");

        var root = Read(source);
        Refuse(source, root["swagger"] is not null, "is of OpenAPI 2 (Swagger). Convert it to OpenAPI 3.0 first, for example with swagger2openapi.");
        Refuse(source, root["openapi"].Text()?.StartsWith("3.0", StringComparison.Ordinal) != true,
            $"is not of OpenAPI 3.0 but {root["openapi"].Text() ?? "says no version"}. Ask for the 3.0 form, or convert it.");
        var document = new ApiDocument(root);
        new ShapeCheck(source.Name, document).Run();
        var published = new PublishedDocument(source.Name, document);
        new AliasCheck(source.Name, published.Schemas).Run();
        Refuse(source, !document.Operations.Any(), "has no operations under paths. Is it the right one?");
        return published;
    }

    /// <summary>The line of something, as compilers write it.</summary>
    public static string At(string name, JToken token) =>
        token is IJsonLineInfo place && place.HasLineInfo() ? $"{name}({place.LineNumber},{place.LinePosition})" : name;

    private static JObject Read(SourceText source)
    {
        try
        {
            using var reader = new StringReader(source.Text);
            return ApiDocument.Parse(reader) as JObject ?? throw new UsageException($"{source.Name}: is JSON, but not an object. Is it the right one?");
        }
        catch (JsonException exception)
        {
            var place = exception is JsonReaderException error ? $"({error.LineNumber},{error.LinePosition})" : string.Empty;
            throw new UsageException($"{source.Name}{place}: is not valid JSON: {exception.Message} It may be cut off: download it again, or correct the line.");
        }
    }

    private static void Refuse(SourceText source, bool condition, string reason)
    {
        if (condition)
        {
            throw new UsageException($"{source.Name}: the document {reason}");
        }
    }

    [GeneratedRegex(@"^(---|%YAML|#|['""]?(openapi|swagger|info|paths)['""]?\s*:)")]
    private static partial Regex LooksLikeYaml();
}
