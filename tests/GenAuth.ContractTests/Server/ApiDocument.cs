using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace GenAuth.ContractTests.Server;

/// <summary>The API document that the client is generated from, as a judge of requests and answers.</summary>
public static class ApiDocument
{
    private static readonly JObject Document = (JObject)EmbeddedJson.Read("openapi");
    private static readonly ConcurrentDictionary<(string Name, bool Refusal), JsonSchema> Schemas = new();

    /// <summary>The numbers of a named set of values, each with its remedy.</summary>
    public static IReadOnlyDictionary<int, string> Remedies(string set)
    {
        var schema = Document["components"]!["schemas"]![set]!;
        return schema["enum"]!.Values<int>().Zip(schema["x-enumRemedies"]!.Values<string>(), (number, remedy) => (number, remedy))
            .ToDictionary(pair => pair.number, pair => pair.remedy!);
    }

    public static JToken? Operation(string path, string method) => Document["paths"]![path]?[method.ToLowerInvariant()];

    /// <summary>What a body deviates in from the operation's documented response; empty when it conforms.</summary>
    public static IEnumerable<string> ProblemsOfResponse(JToken operation, JToken body)
    {
        var isRefusal = body is JObject envelope && envelope["statusCode"] is JValue { Value: not 200L };
        return Problems(operation["responses"]!["200"]!, body, isRefusal);
    }

    /// <summary>What a body deviates in from the operation's documented request; empty when it conforms.</summary>
    public static IEnumerable<string> ProblemsOfRequest(JToken operation, JToken body) => Problems(operation["requestBody"]!, body, isRefusal: false);

    private static IEnumerable<string> Problems(JToken content, JToken body, bool isRefusal)
    {
        var name = ((string)content["content"]!["application/json"]!["schema"]!["$ref"]!).Split('/')[^1];
        return Schemas.GetOrAdd((name, isRefusal), key => Compile(key.Name, key.Refusal)).Validate(body).Select(error => error.ToString());
    }

    private static JsonSchema Compile(string name, bool isRefusal)
    {
        var definitions = (JObject)Document["components"]!["schemas"]!.DeepClone();
        foreach (var definition in definitions.Properties().Select(property => property.Value).Where(definition => definition["properties"] is not null))
        {
            // The client tolerates unknown members; a stub with one is misspelt, or belongs into broken.
            definition["additionalProperties"] = false;
        }

        if (isRefusal)
        {
            // The document says of data: null, absent or of another shape when the call failed. A schema for that it has not.
            var envelope = definitions[name]!;
            envelope["required"]!.Single(member => (string?)member == "data").Remove();
            envelope["properties"]!["data"] = new JObject();
        }

        var schema = new JObject { ["definitions"] = definitions, ["$ref"] = "#/definitions/" + name };
        var json = schema.ToString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult();
    }
}
