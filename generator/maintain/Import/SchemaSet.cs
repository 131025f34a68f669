using GenAuth.Build.Document;
using GenAuth.Build.Lint.Rules;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import;

/// <summary>The named schemas of a document and the resolution of references.</summary>
internal sealed class SchemaSet(JObject schemas)
{
    public JObject Node => schemas;

    public JObject? this[string name] => schemas[name] as JObject;

    public static JObject Reference(string name) => new(new JProperty("$ref", ApiDocument.SchemaPrefix + name));

    /// <summary>The name that a schema refers to, directly or in a single <c>allOf</c>.</summary>
    public static string? NameIn(JObject schema) =>
        ApiDocument.NameOf((schema["$ref"] ?? (schema["allOf"] is JArray { Count: 1 } only ? (only[0] as JObject)?["$ref"] : null)).Text());

    /// <summary>The service's name of a schema.</summary>
    public string SourceName(string name) => this[name]?["x-source-name"].Text() ?? name;

    /// <summary>
    /// Resolves references: returns the name of a type with members, and follows names of enums, lists and simple types
    /// to their schemas.
    /// </summary>
    public (string? Name, JObject Schema) Resolve(JObject schema)
    {
        var visited = new HashSet<string>();
        while (NameIn(schema) is { } name)
        {
            var target = this[name];
            if (target is null || !visited.Add(name))
            {
                throw new UsageException($"components/schemas/{name}: the reference cannot be resolved, or refers to itself. Correct the document.");
            }

            if (!IsAlias(target))
            {
                return (name, target);
            }

            schema = target;
        }

        return (null, schema);
    }

    /// <summary>Whether a sample or a default is valid for a schema. Samples of types with members, and non-ASCII samples, are not used.</summary>
    public bool IsValidSample(JToken sample, JObject schema) =>
        sample.Type != JTokenType.Null
        && !sample.ToString().Any(letter => letter is > '~')
        && Resolve(schema).Name is null
        && !new SampleCheck(node => Resolve(node).Schema).Problems(schema, sample, string.Empty).Any();

    /// <summary>Refuses aliases that refer to themselves.</summary>
    /// <param name="name">The name of the document in messages.</param>
    public void CheckAliases(string name)
    {
        new SchemaCycleCheck(name, schemas, schema => IsAlias(schema) ? References(schema) : []).Run();

        static IEnumerable<string> References(JObject schema) => NameIn(schema) is { } target ? [target] : Within(schema).SelectMany(References);
    }

    /// <summary>The inline schemas directly within a schema.</summary>
    public static IEnumerable<JObject> Within(JObject schema) =>
        new[] { schema["items"], schema["additionalProperties"] }.OfType<JObject>()
            .Concat(schema["properties"].Members().Select(property => property.Value).OfType<JObject>())
            .Concat(Facts.FactText.Alternatives.SelectMany(key => schema[key].Objects()));

    /// <summary>Whether a named schema is an alias: an enum, a list or a simple type instead of a type with members.</summary>
    public static bool IsAlias(JObject schema) =>
        schema["enum"] is not null || NameIn(schema) is not null || (schema["type"].Text() is { } type && type != "object" && schema["properties"] is null);
}
