using GenAuth.Build;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Finds operations that the service has no more, and types that nothing needs any more.</summary>
internal sealed class Removal(Project project, PublishedApi api, Deviations deviations, Gone gone, ImportReport report)
{
    public void Find()
    {
        foreach (var client in project.Operations.GroupBy(operation => operation.Value.Owner()).OrderBy(client => client.Key, StringComparer.Ordinal))
        {
            var missing = client.Where(operation => !api.Operations.ContainsKey(operation.Key)).ToList();
            // Half of a client missing is no change of the service, but a document of the other client, or a part of one.
            if (missing.Count * 2 > client.Count())
            {
                report.Note(client.Key, $"{missing.Count} of its {client.Count()} operations are in none of the documents, so none counts as gone");
                continue;
            }

            foreach (var (_, operation) in missing.Where(operation => !deviations.Explain(operation.Value.Name(), Deviations.Nothing, $"{operation.Value.Route}; {operation.Value.Tag}")))
            {
                gone.Add(operation.Name(), "operation", () => Remove(operation));
            }
        }
    }

    public void FindUnreached(IEnumerable<string> before)
    {
        foreach (var name in before.Except(Reach.Of(project.Document.Root)).Order(StringComparer.Ordinal))
        {
            gone.Add(name, "type, which no operation reaches any more", () => project.Schemas.Node.Remove(name));
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
