using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace GenAuth.ContractTests.Server;

/// <summary>Validates requests and responses against the API document that the client is generated from.</summary>
public static class ApiDocument
{
    private static readonly JObject Document = (JObject)EmbeddedJson.Read("openapi");
    private static readonly ConcurrentDictionary<(string Name, bool Error), JsonSchema> Schemas = new();

    /// <summary>The numbers of an enum, each with its remedy.</summary>
    public static IReadOnlyDictionary<int, string> Remedies(string set)
    {
        var schema = Document["components"]!["schemas"]![set]!;
        return schema["enum"]!.Values<int>().Zip(schema["x-enumRemedies"]!.Values<string>(), (number, remedy) => (number, remedy))
            .ToDictionary(pair => pair.number, pair => pair.remedy!);
    }

    public static JToken? Operation(string path, string method) => Document["paths"]![path]?[method.ToLowerInvariant()];

    /// <summary>The deviations of a body from the operation's documented response.</summary>
    public static IEnumerable<string> ProblemsOfResponse(JToken operation, JToken body)
    {
        var isError = body is JObject envelope && envelope["statusCode"] is JValue { Value: not 200L };
        return Problems(operation["responses"]!["200"]!, body, isError);
    }

    /// <summary>The deviations of a body from the operation's documented request.</summary>
    public static IEnumerable<string> ProblemsOfRequest(JToken operation, JToken body) => Problems(operation["requestBody"]!, body, isError: false);

    private static IEnumerable<string> Problems(JToken content, JToken body, bool isError)
    {
        var name = ((string)content["content"]!["application/json"]!["schema"]!["$ref"]!).Split('/')[^1];
        return Schemas.GetOrAdd((name, isError), key => Compile(key.Name, key.Error)).Validate(body).Select(error => error.ToString());
    }

    private static JsonSchema Compile(string name, bool isError)
    {
        var definitions = (JObject)Document["components"]!["schemas"]!.DeepClone();
        foreach (var definition in definitions.Properties().Select(property => property.Value).Where(definition => definition["properties"] is not null))
        {
            // The client tolerates unknown members, but in a stub they are misspelt or belong into broken.
            definition["additionalProperties"] = false;
        }

        if (isError)
        {
            // By the document, data of a failed call is null, absent or of another shape, for which there is no schema.
            var envelope = definitions[name]!;
            envelope["required"]!.Single(member => (string?)member == "data").Remove();
            envelope["properties"]!["data"] = new JObject();
        }

        var schema = new JObject { ["definitions"] = definitions, ["$ref"] = "#/definitions/" + name };
        var json = schema.ToString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult();
    }
}
