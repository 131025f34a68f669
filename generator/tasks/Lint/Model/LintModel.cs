using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Model;

/// <summary>The document for the convention rules, indexed once. It accepts any JSON, because the rules also check unfinished documents.</summary>
internal sealed class LintModel
{
    public LintModel(ApiDocument api)
    {
        Api = api;
        Schemas = [.. api.Schemas.Where(schema => schema.Value is JObject).Select(schema => new SchemaNode(schema.Name, (JObject)schema.Value, isNamed: true))];
        Enums = [.. Schemas.Where(schema => schema.Schema.Has("enum")).Select(schema => new EnumSchema(schema))];
        Operations = [.. api.Operations.Select(operation => new OperationNode(operation, this))];
        SchemaNodes = [.. Schemas.Concat(Operations.SelectMany(operation => operation.InlineSchemas)).SelectMany(SelfAndInlineSchemas)];
        Texts = [.. Prose.FindAll(this)];
        Members = [.. SchemaNodes.SelectMany(MembersOf), .. Operations.SelectMany(operation => operation.Parameters)];
    }

    public ApiDocument Api { get; }

    public JObject Root => Api.Root;

    /// <summary>The named schemas.</summary>
    public IReadOnlyList<SchemaNode> Schemas { get; }

    public IReadOnlyList<EnumSchema> Enums { get; }

    public IReadOnlyList<OperationNode> Operations { get; }

    /// <summary>All schemas, including inline schemas and those of operations.</summary>
    public IReadOnlyList<SchemaNode> SchemaNodes { get; }

    /// <summary>All properties and parameters.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>All texts that users see.</summary>
    public IReadOnlyList<Prose> Texts { get; }

    public IEnumerable<Member> MembersOf(SchemaNode place) =>
        place.Properties.Select(property => new Member($"{place.Name}.{property.Name}", property.Name, (JObject)property.Value, this));

    /// <summary>The name that a schema refers to, directly or in <c>allOf</c>.</summary>
    public static string? NameIn(JObject schema) =>
        ApiDocument.NameOf(schema.Text("$ref") ?? (schema.List("allOf") is { Count: > 0 } all ? all[0].Text("$ref") : null));

    /// <summary>The target of a schema's reference, or the schema itself.</summary>
    public JObject Resolve(JObject schema) => NameIn(schema) is { } name && Api.Schema(name) is { } target ? target : schema;

    /// <summary>Resolves a schema; for a list, its items.</summary>
    public JObject ResolveItem(JObject schema)
    {
        var seen = new HashSet<JObject>();
        var resolved = Resolve(schema);
        while (resolved.Object("items") is { } items && seen.Add(resolved))
        {
            resolved = Resolve(items);
        }

        return resolved;
    }

    /// <summary>The members of a schema and of all schemas below it, each schema once.</summary>
    public IReadOnlyList<Member> NestedMembers(string place, JObject schema)
    {
        var members = new List<Member>();
        var seen = new HashSet<JObject>();
        var open = new Queue<(string Place, JObject Schema)>();
        open.Enqueue((place, schema));
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            var resolved = ResolveItem(next.Schema);
            if (!seen.Add(resolved))
            {
                continue;
            }

            foreach (var member in MembersOf(new SchemaNode(next.Place, resolved, isNamed: false)))
            {
                members.Add(member);
                open.Enqueue((member.Place, member.Node));
            }
        }

        return members;
    }

    private static IEnumerable<SchemaNode> SelfAndInlineSchemas(SchemaNode place)
    {
        var open = new Stack<SchemaNode>();
        open.Push(place);
        while (open.Count > 0)
        {
            var next = open.Pop();
            yield return next;
            var inner = next.Properties.Select(property => new SchemaNode($"{next.Name}.{property.Name}", (JObject)property.Value, isNamed: false));
            foreach (var (key, ending) in new[] { ("items", "[]"), ("additionalProperties", "{}") })
            {
                inner = next.Schema.Object(key) is { } item ? inner.Append(new SchemaNode(next.Name + ending, item, isNamed: false)) : inner;
            }

            foreach (var schema in inner.Reverse())
            {
                open.Push(schema);
            }
        }
    }
}
