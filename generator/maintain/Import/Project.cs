using GenAuth.Build;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import;

/// <summary>The project's own document, which the import changes in place.</summary>
internal sealed class Project
{
    private readonly Dictionary<string, string> _bySourceName;

    private Project(ApiDocument document)
    {
        Document = document;
        Schemas = new((JObject)document.Root["components"]!["schemas"]!);
        _bySourceName = Schemas.Node.Properties().GroupBy(schema => Schemas.SourceName(schema.Name)).ToDictionary(group => group.Key, group => group.First().Name);
        Operations = document.Operations.GroupBy(operation => Key(operation.Verb.Name, operation.Path.Name)).ToDictionary(group => group.Key, group => group.First());
    }

    public ApiDocument Document { get; }

    public SchemaSet Schemas { get; }

    /// <summary>By <see cref="Key"/>.</summary>
    public IReadOnlyDictionary<string, Operation> Operations { get; }

    public static Project Read(string file)
    {
        try
        {
            var document = ApiDocument.Load(file);
            return document.Root["components"]?["schemas"] is JObject && document.Operations.Any() && document.Operations.All(operation => operation.Value["operationId"].Text()?.Contains('_', StringComparison.Ordinal) == true)
                ? new(document)
                : throw new UsageException($"{file}: has no schemas, no operations, or operations without an operationId of the form Client_method. --document names the project's own document.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidCastException)
        {
            throw new UsageException($"{file}: the project's document cannot be read: {exception.Message} Take it from version control again, or correct --document.");
        }
    }

    /// <summary>What an operation is on the wire; what a placeholder is called is not sent.</summary>
    public static string Key(string verb, string path) => $"{verb.ToUpperInvariant()} {string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "{}" : part))}";

    /// <summary>The project's name for a type of the service, if it has that type.</summary>
    public string? NameOf(string sourceName) => _bySourceName.GetValueOrDefault(sourceName);

    public void Add(string name, string sourceName, JObject schema)
    {
        Schemas.Node[name] = schema;
        _bySourceName.TryAdd(sourceName, name);
    }
}
