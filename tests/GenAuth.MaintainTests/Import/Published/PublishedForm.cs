using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import.Published;

/// <summary>
/// The documents as the service publishes them, created from <c>facts.txt</c>: everything that is known of the service, in the
/// service's notation, without the project's texts, names and marks. The facts do not state authorization; it is that of the project.
/// </summary>
internal sealed class PublishedForm
{
    private static readonly string[] Facts = File.ReadAllLines(Repository.PathOf("tests", "GenAuth.Tests", "Document", "facts.txt"));

    private static readonly JToken Project = JObject.Parse(File.ReadAllText(Repository.PathOf("openapi", "genauth-v3.json")))["paths"]!;

    private readonly JObject _schemas = [];

    private PublishedForm(JObject authentication, JObject management) => (Authentication, Management) = (authentication, management);

    private PublishedForm()
    {
        Authentication = Document("Authentication");
        Management = Document("Management");
        var (head, owner) = (string.Empty, new JObject());
        foreach (var line in Facts.Where(line => line.Length > 0))
        {
            var end = line.IndexOf(": ", StringComparison.Ordinal);
            var (name, said) = (line[..end].Trim(), line[(end + 2)..]);
            if (line[0] == ' ')
            {
                Below(head, owner, name, said);
            }
            else
            {
                (head, owner) = (name, name.Contains('_', StringComparison.Ordinal) ? AddOperation(name, said) : AddSchema(name, said));
            }
        }

        foreach (var document in new[] { Authentication, Management })
        {
            document["components"] = new JObject { ["schemas"] = Reached(document), ["securitySchemes"] = new JObject { ["bearer"] = new JObject { ["type"] = "http", ["scheme"] = "bearer" }, ["basic"] = new JObject { ["type"] = "http", ["scheme"] = "basic" } } };
        }
    }

    public JObject Authentication { get; }

    public JObject Management { get; }

    public static PublishedForm FromFacts() => new();

    /// <summary>The part that describes the operations of some paths.</summary>
    public static PublishedForm FromFacts(IReadOnlyCollection<string> paths)
    {
        var all = new PublishedForm();
        return new PublishedForm(SmallApi.Cut(all.Authentication, paths), SmallApi.Cut(all.Management, paths));
    }

    /// <summary>Finds an operation in any of the documents.</summary>
    public JObject Operation(string verb, string path) => (JObject)(Authentication["paths"]?[path]?[verb] ?? Management["paths"]![path]![verb])!;

    /// <summary>Changes a schema in every document that has it.</summary>
    public void Change(string schema, Action<JObject> change)
    {
        foreach (var found in new[] { Authentication, Management }.Select(document => document["components"]!["schemas"]![schema]).OfType<JObject>())
        {
            change(found);
        }
    }

    private static JObject Document(string client) => new()
    {
        ["openapi"] = "3.0.0",
        ["info"] = new JObject { ["title"] = client, ["version"] = "1.0", ["description"] = "身份云接口文档" },
        ["paths"] = new JObject(),
    };

    private JObject AddOperation(string id, string said)
    {
        var parts = said.Split("; ");
        var (client, method, verb, path, tag) = (id.Split('_')[0], id.Split('_')[1], parts[0].Split(' ')[0].ToLowerInvariant(), parts[0].Split(' ')[1], parts[1]);
        var paths = (JObject)(client == "Management" ? Management : Authentication)["paths"]!;
        var controller = tag.Replace(" ", string.Empty, StringComparison.Ordinal);
        var operation = new JObject
        {
            ["operationId"] = $"{(client == "Management" ? $"Management{controller}" : $"{controller}V3")}Controller_{method}",
            ["summary"] = $"接口 {method}",
            ["description"] = $"调用 {method} 接口",
            ["parameters"] = new JArray(),
            ["responses"] = new JObject(),
            ["security"] = client == "Management" ? new JArray(new JObject { ["bearer"] = new JArray() }) : Security(Project[path]![verb]!["security"]!),
            ["x-code-samples"] = new JArray(new JObject { ["lang"] = "JavaScript", ["source"] = "await client.call()" }),
        };
        // Some have none.
        operation.Add("tags", path.Length % 7 == 0 ? new JArray() : new JArray($"管理/{tag}"));
        if (parts.Contains("deprecated"))
        {
            operation["deprecated"] = true;
        }

        paths[path] ??= new JObject();
        paths[path]![verb] = operation;
        return operation;
    }

    /// <summary>The project's requirements without the application ID, which the service does not describe.</summary>
    private static JArray Security(JToken requirements) => [.. requirements.Children<JObject>().Select(requirement => new JObject(
        requirement.Properties().Where(scheme => scheme.Name != "appId").Select(scheme => new JProperty(scheme.Name == "userToken" ? "bearer" : "basic", new JArray()))))];

    private JObject AddSchema(string name, string kind)
    {
        var schema = new JObject { ["type"] = kind, ["description"] = $"{name} 的说明" };
        _schemas[name] = schema;
        return schema;
    }

    private static void Below(string head, JObject owner, string name, string said)
    {
        var (schema, required) = said.StartsWith("application/", StringComparison.Ordinal) || said.StartsWith("multipart/", StringComparison.Ordinal) ? TypeReader.Read(said[(said.IndexOf(' ', StringComparison.Ordinal) + 1)..]) : TypeReader.Read(said);
        switch (name[0])
        {
            case '.':
                owner["properties"] ??= new JObject();
                owner["properties"]![name[1..]] = Described(schema, name[1..]);
                if (required)
                {
                    owner["required"] ??= new JArray();
                    ((JArray)owner["required"]!).Add(name[1..]);
                }

                break;
            case '?' or '{':
                ((JArray)owner["parameters"]!).Add(new JObject { ["name"] = name.Trim('?', '{', '}'), ["required"] = required, ["in"] = name[0] == '?' ? "query" : "path", ["description"] = "参数说明", ["schema"] = schema });
                break;
            case 'b':
                owner["requestBody"] = new JObject { ["required"] = required, ["content"] = new JObject { [said.Split(' ')[0]] = new JObject { ["schema"] = schema } } };
                break;
            default:
                owner["responses"] = Response(head, said == "any" ? null : schema);
                break;
        }
    }

    private static JObject Described(JObject schema, string name)
    {
        if (schema["$ref"] is { } reference && name.Length % 2 == 0)
        {
            return new() { ["description"] = $"{name} 的说明", ["allOf"] = new JArray(new JObject { ["$ref"] = reference }) };
        }

        if (schema["$ref"] is null)
        {
            schema["description"] = $"{name} 的说明";
            schema["example"] = "示例";
        }

        return schema;
    }

    // The published documents derive the status from the verb, from a redirect, or not at all.
    private static JObject Response(string head, JObject? schema) => new()
    {
        [(head.Length % 4) switch { 0 => "201", 1 => "default", 2 when schema is null => "302", _ => "200" }] =
            schema is null ? new JObject { ["description"] = string.Empty } : new JObject { ["description"] = "响应", ["content"] = new JObject { ["application/json"] = new JObject { ["schema"] = schema } } },
    };

    private JObject Reached(JObject document)
    {
        var found = new JObject();
        var open = new Queue<JToken>([document["paths"]!]);
        while (open.TryDequeue(out var node))
        {
            foreach (var name in ((JContainer)node).DescendantsAndSelf().OfType<JProperty>().Where(property => property.Name == "$ref").Select(property => ((string)property.Value!).Split('/')[^1]).ToList())
            {
                if (found[name] is null)
                {
                    found[name] = _schemas[name]!.DeepClone();
                    open.Enqueue(found[name]!);
                }
            }
        }

        return found;
    }
}
