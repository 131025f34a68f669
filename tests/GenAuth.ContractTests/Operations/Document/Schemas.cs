using GenAuth.ContractTests.Server;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace GenAuth.ContractTests.Operations.Document;

/// <summary>The API document, and validation by its named schemas.</summary>
internal static class Schemas
{
    private static readonly Lazy<JsonSchema> Validators = new(Compile);

    public static JObject Root { get; } = (JObject)EmbeddedJson.Read("openapi");

    /// <summary>The target of a reference or of a single <c>allOf</c>, with its name if it has one.</summary>
    public static (string? Name, JObject Schema) Resolve(JObject schema)
    {
        if ((schema["$ref"] ?? schema["allOf"]?[0]?["$ref"]) is not { } reference)
        {
            return (null, schema);
        }

        var name = ((string)reference!).Split('/')[^1];
        return (name, (JObject)Root["components"]!["schemas"]![name]!);
    }

    public static IEnumerable<JProperty> PropertiesOf(JObject schema) => ((JObject?)Resolve(schema).Schema["properties"])?.Properties() ?? [];

    public static bool IsRequired(JObject schema, string property) =>
        Resolve(schema).Schema["required"]?.Values<string>().Contains(property, StringComparer.Ordinal) == true;

    /// <summary>The deviations of a value from a schema; undocumented members are deviations.</summary>
    public static IEnumerable<string> Problems(JObject schema, JToken value) => Resolve(schema) is ({ } name, _)
        ? Validators.Value.Definitions[name].Validate(value).Select(problem => problem.ToString())
        : [];

    /// <summary>All schemas in one document, so that references between them resolve.</summary>
    private static JsonSchema Compile()
    {
        var definitions = (JObject)Root["components"]!["schemas"]!.DeepClone();
        foreach (var definition in definitions.Properties().Select(property => property.Value).Where(definition => definition["properties"] is not null))
        {
            definition["additionalProperties"] = false;
        }

        var json = new JObject { ["definitions"] = definitions }.ToString(Newtonsoft.Json.Formatting.None);
        return JsonSchema.FromJsonAsync(json.Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)).GetAwaiter().GetResult();
    }
}
