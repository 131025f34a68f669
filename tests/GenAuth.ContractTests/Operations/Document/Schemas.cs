using GenAuth.ContractTests.Server;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace GenAuth.ContractTests.Operations.Document;

/// <summary>The API document as it is, and its named schemas as judges.</summary>
internal static class Schemas
{
    private static readonly Lazy<JsonSchema> Judges = new(Compile);

    public static JObject Root { get; } = (JObject)EmbeddedJson.Read("openapi");

    /// <summary>The schema that a reference, or the <c>allOf</c> around one, stands for, with its name where it has one.</summary>
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

    /// <summary>What a value deviates in from a schema; members that are not documented are deviations.</summary>
    public static IEnumerable<string> Problems(JObject schema, JToken value) => Resolve(schema) is ({ } name, _)
        ? Judges.Value.Definitions[name].Validate(value).Select(problem => problem.ToString())
        : [];

    /// <summary>All schemas at once: each on its own would have to take along whatever it reaches.</summary>
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
