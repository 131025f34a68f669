using GenAuth.Maintain.Import.Facts;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Input;

/// <summary>All published documents, merged.</summary>
internal sealed class PublishedApi
{
    private readonly Dictionary<PublishedDocument, string> _clients = [];

    /// <param name="documents">The documents.</param>
    /// <param name="project">The project; its operations determine the client of each document.</param>
    /// <param name="clients">The client of each document, for documents without an operation in the project; may be empty.</param>
    public PublishedApi(IReadOnlyList<PublishedDocument> documents, Project project, IReadOnlyList<string> clients)
    {
        var schemas = new JObject();
        foreach (var (index, document) in documents.Index())
        {
            _clients[document] = ClientOf(document, project, clients.ElementAtOrDefault(index));
            foreach (var schema in document.Schemas.Node.Properties())
            {
                Merge(schemas, schema, document, documents);
            }
        }

        Schemas = new(schemas);
        All = [.. documents.SelectMany(document => document.Document.Operations, (document, operation) => new PublishedOperation(document, operation))];
        Operations = All.GroupBy(operation => operation.Operation.Key())
            .ToDictionary(group => group.Key, group => group.FirstOrDefault(operation => project.Operations.TryGetValue(group.Key, out var own) && own.Owner() == ClientOf(operation)) ?? group.First());
    }

    public SchemaSet Schemas { get; }

    public IReadOnlyList<PublishedOperation> All { get; }

    /// <summary>One operation for each verb and path: that of the client which has it in the project.</summary>
    public IReadOnlyDictionary<string, PublishedOperation> Operations { get; }

    /// <summary>The client of an operation's document.</summary>
    public string ClientOf(PublishedOperation operation) => _clients[operation.Source];

    private static string ClientOf(PublishedDocument document, Project project, string? client) =>
        client
        ?? document.Document.Operations
            .Select(operation => project.Operations.GetValueOrDefault(operation.Key())?.Owner())
            .OfType<string>()
            .CountBy(client => client)
            .OrderByDescending(client => client.Value).ThenBy(client => client.Key, StringComparer.Ordinal)
            .FirstOrDefault().Key
        ?? throw new UsageException($"{document.Name}: the project has none of its operations. Name a document of this service; for a new client, name the clients too: --clients Authentication Management.");

    private static void Merge(JObject schemas, JProperty schema, PublishedDocument document, IReadOnlyList<PublishedDocument> documents)
    {
        if (schemas[schema.Name] is not JObject first)
        {
            schemas[schema.Name] = schema.Value.DeepClone();
            return;
        }

        var other = documents.First(one => one.Schemas[schema.Name] is not null);
        var (here, there) = (Facts(document, (JObject)schema.Value), Facts(other, first));
        if (here.Except(there).Concat(there.Except(here)).FirstOrDefault() is { } difference)
        {
            throw new UsageException(
                $"{OpenApiReader.Location(document.Name, schema)}: the schema {schema.Name} differs from the one in {OpenApiReader.Location(other.Name, other.Schemas.Node.Property(schema.Name)!)}: "
                + $"{difference} is only in one of them. Rename one of the two in a copy of its document, with the references to it, and import that.");
        }
    }

    private static IReadOnlyList<string> Facts(PublishedDocument document, JObject schema)
    {
        var facts = new FactText(document.Schemas);
        return schema["properties"] is null ? [facts.DescribeType(schema)] : [.. facts.DescribeMembers(schema).Select(member => $"{member.Name}: {member.Text}")];
    }
}
