using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Finds operations that the service no longer has, and types that no operation uses.</summary>
internal sealed class RemovalSearch(Project project, PublishedApi api, Removals removals, ImportReport report)
{
    private readonly FactText _facts = new(project.Schemas);
    private readonly HashSet<string> _usedBefore = project.Document.ReachableSchemas();

    public void FindOperations()
    {
        foreach (var client in project.Operations.GroupBy(operation => operation.Value.Owner()).OrderBy(client => client.Key, StringComparer.Ordinal))
        {
            var missing = client.Where(operation => !api.Operations.ContainsKey(operation.Key)).ToList();
            // When most operations of a client are missing, the documents do not describe that client completely.
            if (missing.Count * 2 > client.Count())
            {
                report.AddNote(client.Key, $"{missing.Count} of its {client.Count()} operations are in none of the documents, so none counts as removed");
                continue;
            }

            foreach (var (_, operation) in missing)
            {
                removals.Add(operation.Name(), "operation", $"{operation.Route}; {operation.Tag}", () => Remove(operation));
            }
        }
    }

    public void FindUnusedTypes()
    {
        var used = project.Document.ReachableSchemas();
        foreach (var schema in project.Schemas.Node.Properties().Where(schema => _usedBefore.Contains(schema.Name) && !used.Contains(schema.Name)).OrderBy(schema => schema.Name, StringComparer.Ordinal).ToList())
        {
            removals.Add(project.Schemas.SourceName(schema.Name), "type", _facts.DescribeType((JObject)schema.Value), schema.Remove);
        }
    }

    private void Remove(Operation operation)
    {
        operation.Verb.Remove();
        if (!operation.Path.Value.HasValues)
        {
            operation.Path.Remove();
        }

        if (project.Document.Root["tags"] is JArray tags && !project.Document.Operations.Any(other => other.Tag == operation.Tag))
        {
            tags.Objects().FirstOrDefault(tag => tag["name"].Text() == operation.Tag)?.Remove();
        }
    }
}
