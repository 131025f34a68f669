using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Input;

/// <summary>Refuses names of lists and plain values that mean themselves: resolved through, they would have no end.</summary>
internal sealed class AliasCheck(string name, SchemaSet schemas)
{
    private readonly HashSet<string> _good = [];

    public void Run()
    {
        foreach (var schema in schemas.Node.Properties())
        {
            Check(SchemaSet.Reference(schema.Name), []);
        }
    }

    private void Check(JObject schema, HashSet<string> within)
    {
        if (SchemaSet.NameIn(schema) is { } alias)
        {
            if (schemas[alias] is { } target && SchemaSet.IsAlias(target) && !_good.Contains(alias))
            {
                if (!within.Add(alias))
                {
                    throw new UsageException($"{OpenApiReader.Location(name, target)}: the schema {alias} refers to itself without being an object. Correct the document.");
                }

                Check(target, within);
                within.Remove(alias);
                _good.Add(alias);
            }

            return;
        }

        foreach (var inner in SchemaSet.Within(schema))
        {
            Check(inner, within);
        }
    }
}
