using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Documents;

/// <summary>Refuses a named schema that reaches itself through the given references alone: resolving it would not end.</summary>
/// <param name="name">The name of the document in messages.</param>
/// <param name="schemas">The named schemas.</param>
/// <param name="references">The names that a schema refers to.</param>
internal sealed class SchemaCycleCheck(string name, JObject schemas, Func<JObject, IEnumerable<string>> references)
{
    private readonly HashSet<string> _valid = [];

    public void Run()
    {
        foreach (var schema in schemas.Properties())
        {
            Check(schema.Name, []);
        }
    }

    private void Check(string schema, HashSet<string> path)
    {
        if (_valid.Contains(schema) || schemas[schema] is not JObject node)
        {
            return;
        }

        if (!path.Add(schema))
        {
            throw new UsageException($"{OpenApiReader.Location(name, node)}: the schema {schema} refers to itself without being an object. Correct its references.");
        }

        foreach (var target in references(node))
        {
            Check(target, path);
        }

        path.Remove(schema);
        _valid.Add(schema);
    }
}
