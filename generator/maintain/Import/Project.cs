using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import;

/// <summary>The project's document, which the import modifies in place.</summary>
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

    /// <summary>The operations by <see cref="Key"/>.</summary>
    public IReadOnlyDictionary<string, Operation> Operations { get; }

    /// <summary>Reads a document. Missing paths and schemas are created empty.</summary>
    public static Project Read(string file)
    {
        var document = OpenApiReader.ReadFile(file);
        foreach (var operation in document.Operations.Where(operation => !operation.Name().Contains('_', StringComparison.Ordinal)))
        {
            throw new UsageException($"{OpenApiReader.Location(file, operation.Verb)}: {operation.Route} has no operationId of the form Client_method. --document names the project's own document.");
        }

        document.Root["tags"] ??= new JArray();
        document.Root["components"] ??= new JObject();
        document.Root["components"]!["schemas"] ??= new JObject();
        var project = new Project(document);
        project.Schemas.CheckAliases(file);
        return project;
    }

    /// <summary>Verb and path without the names of placeholders, which are not sent.</summary>
    public static string Key(string verb, string path) => $"{verb.ToUpperInvariant()} {string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "{}" : part))}";

    /// <summary>The project's name of a published type, or <see langword="null"/>.</summary>
    public string? NameOf(string sourceName) => _bySourceName.GetValueOrDefault(sourceName);

    public void Add(string name, string sourceName, JObject schema)
    {
        Schemas.Node[name] = schema;
        _bySourceName.TryAdd(sourceName, name);
    }

    /// <summary>Renames a schema and all references to it.</summary>
    /// <returns>A description of the change.</returns>
    public string RenameSchema(string name, string newName)
    {
        if (Schemas.SourceName(name) == newName)
        {
            Schemas[name]!.Remove("x-source-name");
        }

        foreach (var property in Document.Root.Descendants().OfType<JProperty>().ToList())
        {
            if (property.Name == "$ref" && ApiDocument.NameOf(property.Value.Text()) == name)
            {
                property.Value = SchemaSet.Reference(newName)["$ref"]!;
            }
            else if (property.Name == "itemType" && property.Value.Text() == name)
            {
                property.Value = newName;
            }
        }

        Schemas.Node.Property(name)!.Replace(new JProperty(newName, Schemas[name]));
        return $"type {name} -> {newName}";
    }
}

/// <summary>The parts of an operation's name.</summary>
internal static class OperationExtensions
{
    public static string Name(this Operation operation) => operation.Value["operationId"].Text() ?? string.Empty;

    /// <summary>The part before the underscore: the client, or the controller in a published document.</summary>
    public static string Owner(this Operation operation) => operation.Name().Split('_')[0];

    public static string Method(this Operation operation) => operation.Name()[(operation.Name().IndexOf('_', StringComparison.Ordinal) + 1)..];

    public static string Key(this Operation operation) => Project.Key(operation.Verb.Name, operation.Path.Name);
}
