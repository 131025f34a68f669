using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>The operations and schemas of the API document. Dates are read as text.</summary>
internal static class TheDocument
{
    private const string Schema = "#/components/schemas/";

    public static JObject Root { get; } = Read();

    public static JObject Schemas { get; } = (JObject)Root["components"]!["schemas"]!;

    public static IReadOnlyList<Operation> Operations { get; } =
    [
        .. ((JObject)Root["paths"]!).Properties().SelectMany(path => ((JObject)path.Value).Properties(), (path, verb) => new Operation(path.Name, verb.Name, (JObject)verb.Value)),
    ];

    /// <summary>Every schema, including those inside of others and of operations, with its location.</summary>
    public static IReadOnlyList<Place> Places { get; } =
    [
        .. Schemas.Properties().SelectMany(schema => Unfold(schema.Name, (JObject)schema.Value)),
        .. Operations.SelectMany(operation => operation.Roots).SelectMany(root => Unfold(root.Name, root.Schema)),
    ];

    /// <summary>The schema that a schema refers to, directly or in a single <c>allOf</c>; null for an inline one.</summary>
    public static string? NameIn(JObject schema) =>
        (string?)(schema["$ref"] ?? schema["allOf"]?.First?["$ref"]) is { } target && target.StartsWith(Schema, StringComparison.Ordinal) ? target[Schema.Length..] : null;

    public static IEnumerable<JProperty> Properties(JObject schema) => (schema["properties"] as JObject)?.Properties() ?? [];

    private static IEnumerable<Place> Unfold(string name, JObject schema) =>
    [
        new Place(name, schema),
        .. Properties(schema).SelectMany(property => Unfold($"{name}.{property.Name}", (JObject)property.Value)),
        .. schema["items"] is JObject items ? Unfold(name + "[]", items) : [],
        .. schema["additionalProperties"] is JObject values ? Unfold(name + "{}", values) : [],
    ];

    private static JObject Read()
    {
        using var reader = new JsonTextReader(File.OpenText(Repository.PathOf("openapi", "genauth-v3.json"))) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}

/// <summary>A schema and its location.</summary>
internal sealed record Place(string Name, JObject Schema);

/// <summary>One verb of one path.</summary>
internal sealed record Operation(string Path, string Verb, JObject Node)
{
    public string Id => (string)Node["operationId"]!;

    public string Client => Id.Split('_')[0];

    public string Tag => string.Join(", ", Node["tags"]!.Select(tag => (string)tag!));

    public IReadOnlyList<JObject> Parameters => [.. Node["parameters"]?.Cast<JObject>() ?? []];

    public JProperty? Body => (Node["requestBody"]?["content"] as JObject)?.Properties().Single();

    public JObject Response => (JObject)Node["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;

    /// <summary>The inline schemas of the operation.</summary>
    public IEnumerable<Place> Roots =>
    [
        .. Parameters.Select(parameter => new Place($"{Id}({(string?)parameter["name"]})", (JObject)parameter["schema"]!)),
        .. Body is { } body ? [new Place(Id + " body", (JObject)body.Value["schema"]!)] : Array.Empty<Place>(),
        new Place(Id + " response", Response),
    ];
}
