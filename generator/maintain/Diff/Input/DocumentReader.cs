using GenAuth.Build;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>Reads a document that can be compared, and says of others why they cannot.</summary>
internal static class DocumentReader
{
    public static ApiDocument Read(DocumentSource source)
    {
        if (Parse(source) is not JObject root)
        {
            throw new UsageException($"{source.Label}: the document is no JSON object. Name an OpenAPI document.");
        }

        if (((string?)(root["openapi"] as JValue))?.StartsWith("3.0.", StringComparison.Ordinal) != true)
        {
            var version = root["openapi"] ?? root["swagger"];
            throw new UsageException($"{source.Label}: the document {(version is null ? "names no OpenAPI version" : $"is of version {version}")}. Convert it to OpenAPI 3.0.");
        }

        if (root["paths"] is not JObject)
        {
            throw new UsageException($"{source.Label}: the document has no paths. Name the document of an API.");
        }

        if (root["components"] is not (null or JObject) || root["components"]?["schemas"] is not (null or JObject) || new ApiDocument(root).Schemas.Any(schema => schema.Value is not JObject))
        {
            throw new UsageException($"{source.Label}: its components are no object of schemas. Name an OpenAPI document.");
        }

        return new ApiDocument(root);
    }

    /// <summary>Reads what users see. Documents that never were built may hold anything in place of anything.</summary>
    public static ApiSurface ReadSurface(DocumentSource source, ApiDocument document, ApiNames names, IReadOnlySet<string> wrapped)
    {
        try
        {
            return new SurfaceReader(document, names, wrapped).Read();
        }
        catch (Exception exception) when (exception is InvalidCastException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new UsageException($"{source.Label}: the document is no sound OpenAPI document: {exception.Message} Generate the client from it: the build's errors name the place.");
        }
    }

    private static JToken Parse(DocumentSource source)
    {
        try
        {
            return ApiDocument.Parse(source.File);
        }
        catch (JsonReaderException exception)
        {
            throw new UsageException($"{source.Label}: the document is no JSON, line {Math.Max(exception.LineNumber, 1)}: {exception.Message} Correct it, or fetch it again.");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{source.Label}: the document is no JSON: {exception.Message} Correct it, or fetch it again.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{source.Label}: the file cannot be read: {exception.Message}");
        }
    }
}
