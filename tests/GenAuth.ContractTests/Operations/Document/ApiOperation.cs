using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Document;

/// <summary>One operation of the API document.</summary>
internal sealed class ApiOperation(string path, string verb, JObject json)
{
    private static readonly Dictionary<string, ApiOperation> ById = Read().ToDictionary(operation => operation.Id, StringComparer.Ordinal);

    private readonly JProperty? _body = (JProperty?)json["requestBody"]?["content"]?.Single();

    public static IReadOnlyCollection<ApiOperation> All => ById.Values;

    /// <summary>The operations with paging.</summary>
    public static IEnumerable<ApiOperation> Paged => All.Where(operation => operation.Paging is not null);

    public string Id { get; } = (string)json["operationId"]!;

    public string Path => path;

    public string Verb { get; } = verb.ToUpperInvariant();

    public bool IsManagement => Id.StartsWith("Management_", StringComparison.Ordinal);

    /// <summary>Whether the operation takes the credentials of the application.</summary>
    public bool UsesClientCredentials { get; } = (bool?)json["x-client-credentials"] == true;

    /// <summary>The retry safety of the operation.</summary>
    public string Retry { get; } = (string)json["x-retry"]!;

    public string MethodName => CSharpName.FromMember(Id[(Id.IndexOf('_', StringComparison.Ordinal) + 1)..], json);

    public IReadOnlyList<ApiParameter> Parameters { get; } =
        [.. (json["parameters"] ?? new JArray()).Cast<JObject>().Select(parameter => new ApiParameter(parameter))];

    /// <summary>Whether the method has an options object.</summary>
    public bool HasOptions => Parameters.Any(parameter => !parameter.IsRequired);

    /// <summary>The media type of the body; <see langword="null"/> when there is none.</summary>
    public string? BodyType => _body?.Name;

    public JObject? BodySchema => (JObject?)_body?.Value["schema"];

    public JObject ResponseSchema { get; } = (JObject)json["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;

    public bool HasTypedResponse => Schemas.Resolve(ResponseSchema).Name is not null;

    /// <summary>Whether the response has an envelope.</summary>
    public bool HasEnvelope => Schemas.PropertiesOf(ResponseSchema).Count(property => property.Name is "statusCode" or "message") == 2;

    public JObject? Paging { get; } = (JObject?)json["x-paging"];

    /// <summary>The description of a member of the response's root; <see langword="null"/> when there is no such member.</summary>
    public JObject? ResponseMember(string name) => (JObject?)Schemas.PropertiesOf(ResponseSchema).SingleOrDefault(property => property.Name == name)?.Value;

    public static ApiOperation Named(string id) => ById[id];

    public override string ToString() => Id;

    private static IEnumerable<ApiOperation> Read() => Schemas.Root["paths"]!.Children<JProperty>().SelectMany(path =>
        path.Value.Children<JProperty>().Select(verb => new ApiOperation(path.Name, verb.Name, (JObject)verb.Value)));
}
