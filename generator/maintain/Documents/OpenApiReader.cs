using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Documents;

/// <summary>Reads OpenAPI 3.0 documents in JSON. Anything else ends in a <see cref="UsageException"/> with the file, the line and the remedy.</summary>
internal static partial class OpenApiReader
{
    /// <summary>Reads a document and checks that its members are of the kinds that OpenAPI defines.</summary>
    public static ApiDocument ReadFile(string file, string? name = null) => Read(name ?? file, TextOf(file, name));

    /// <inheritdoc cref="ReadFile"/>
    public static ApiDocument Read(string name, string text, bool allowRepeatedValues = false)
    {
        var document = ReadAnyShape(name, text);
        new ShapeCheck(name, document, allowRepeatedValues).Run();
        return document;
    }

    /// <summary>Reads a document whose members may be of any kind.</summary>
    public static ApiDocument ReadFileOfAnyShape(string file) => ReadAnyShape(file, TextOf(file));

    /// <summary>A token's position, formatted like that of a compiler message.</summary>
    public static string Location(string name, JToken token) =>
        token is IJsonLineInfo place && place.HasLineInfo() ? $"{name}({place.LineNumber},{place.LinePosition})" : name;

    private static ApiDocument ReadAnyShape(string name, string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        Refuse(name, start.IsEmpty, "is empty. Name an OpenAPI 3.0 document.");
        Refuse(name, start[0] == '<', "is HTML or XML, not an OpenAPI document. Name the address of the JSON document behind the page.");
        Refuse(name, Yaml().IsMatch(start), "is YAML. Convert it to JSON, for example with yq -o=json.");

        var root = Parse(name, text);
        Refuse(name, root["swagger"] is not null, "is OpenAPI 2 (Swagger), which is not supported. Convert it to OpenAPI 3.0, for example with swagger2openapi.");
        Refuse(name, root["openapi"] is null, "has no member 'openapi'. Name an OpenAPI 3.0 document.");
        Refuse(name, !Version().IsMatch(root["openapi"].Text() ?? string.Empty), $"is OpenAPI {Cut(root["openapi"].ToJson().Trim('"'))}, which is not supported. Convert it to OpenAPI 3.0.");
        return new ApiDocument(root);
    }

    private static JObject Parse(string name, string text)
    {
        try
        {
            using var reader = new StringReader(text);
            return ApiDocument.Parse(reader) as JObject ?? throw new UsageException($"{name}: is JSON, but not an object. Name an OpenAPI 3.0 document.");
        }
        catch (JsonException exception)
        {
            var place = exception is JsonReaderException error ? $"({Math.Max(error.LineNumber, 1)},{error.LinePosition})" : string.Empty;
            throw new UsageException($"{name}{place}: is not valid JSON: {exception.Message} Correct the line; if the file is truncated, download it again.");
        }
    }

    private static string TextOf(string file, string? name = null)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{name ?? file}: cannot be read: {exception.Message} Name an existing file.");
        }
    }

    private static string Cut(string version) => version.Length <= 20 ? version : version[..20] + "...";

    private static void Refuse(string name, bool condition, string reason)
    {
        if (condition)
        {
            throw new UsageException($"{name}: {reason}");
        }
    }

    [GeneratedRegex(@"^(---|%YAML|#|['""]?(openapi|swagger|info|paths)['""]?\s*:)")]
    private static partial Regex Yaml();

    [GeneratedRegex(@"^3\.0(\.|\z)")]
    private static partial Regex Version();
}
