using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Documents;

/// <summary>Refuses a schema that refers to itself, or extends itself, through <c>$ref</c> and <c>allOf</c> alone: such a type has no end.</summary>
internal static class InheritanceCheck
{
    public static void Run(string name, ApiDocument document)
    {
        var checkedSchemas = new HashSet<string>();
        foreach (var schema in document.Schemas)
        {
            Check(name, document, schema.Name, [], checkedSchemas);
        }
    }

    private static void Check(string name, ApiDocument document, string schema, HashSet<string> within, HashSet<string> checkedSchemas)
    {
        if (checkedSchemas.Contains(schema) || document.Root["components"]!["schemas"]![schema] is not JObject node)
        {
            return;
        }

        if (!within.Add(schema))
        {
            throw new UsageException($"{OpenApiReader.Location(name, node)}: the schema {schema} refers to itself without being an object. Correct the reference in $ref or allOf.");
        }

        foreach (var target in References(node))
        {
            Check(name, document, target, within, checkedSchemas);
        }

        within.Remove(schema);
        checkedSchemas.Add(schema);
    }

    private static IEnumerable<string> References(JObject schema) => ApiDocument.NameOf(schema["$ref"].Text()) is { } name
        ? [name]
        : schema["allOf"].Objects().SelectMany(References);
}
