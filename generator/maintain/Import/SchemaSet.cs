using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import;

/// <summary>The named schemas of a document, and what a reference to one means.</summary>
internal sealed class SchemaSet(JObject schemas)
{
    public JObject Node => schemas;

    public JObject? this[string name] => schemas[name] as JObject;

    public static JObject Reference(string name) => new(new JProperty("$ref", ApiDocument.SchemaPrefix + name));

    /// <summary>The name that a schema refers to, alone or in the one <c>allOf</c>.</summary>
    public static string? NameIn(JObject schema) =>
        ApiDocument.NameOf((schema["$ref"] ?? (schema["allOf"] is JArray { Count: 1 } only ? (only[0] as JObject)?["$ref"] : null)).Text());

    /// <summary>The name that the service gives a schema.</summary>
    public string SourceName(string name) => this[name]?["x-source-name"].Text() ?? name;

    /// <summary>
    /// What a schema is: the name of a type with members, or, where the name stands for a set of values, a list or a plain
    /// value, that.
    /// </summary>
    public (string? Name, JObject Schema) Resolve(JObject schema)
    {
        var visited = new HashSet<string>();
        while (NameIn(schema) is { } name)
        {
            var target = this[name];
            if (target is null || !visited.Add(name))
            {
                throw new UsageException($"components/schemas/{name}: the reference leads nowhere, or back to itself. Correct the document.");
            }

            if (!IsAlias(target))
            {
                return (name, target);
            }

            schema = target;
        }

        return (null, schema);
    }

    /// <summary>The schemas that stand in another one.</summary>
    public static IEnumerable<JObject> Within(JObject schema) =>
        new[] { schema["items"], schema["additionalProperties"] }.OfType<JObject>()
            .Concat(schema["properties"].Members().Select(property => property.Value).OfType<JObject>())
            .Concat(Facts.FactText.Alternatives.SelectMany(key => schema[key].Objects()));

    /// <summary>Whether a name only stands for something that has no name in the project's conventions.</summary>
    public static bool IsAlias(JObject schema) =>
        schema["enum"] is not null || NameIn(schema) is not null || (schema["type"].Text() is { } type && type != "object" && schema["properties"] is null);
}
