using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>The document as the rules see it, walked once.</summary>
internal sealed class DocumentModel
{
    public DocumentModel(ApiDocument api)
    {
        Api = api;
        Schemas = [.. api.Schemas.Where(schema => schema.Value is JObject).Select(schema => new SchemaPlace(schema.Name, (JObject)schema.Value, isNamed: true))];
        Enums = [.. Schemas.Where(schema => schema.Schema.Has("enum")).Select(schema => new EnumSchema(schema))];
        Operations = [.. api.Operations.Select(operation => new OperationPlace(operation, this))];
        Places = [.. Schemas.Concat(Operations.SelectMany(operation => operation.Roots)).SelectMany(Unfold)];
        Texts = [.. Prose.In(this)];
        Members = [.. Places.SelectMany(MembersOf), .. Operations.SelectMany(operation => operation.Parameters)];
    }

    public ApiDocument Api { get; }

    public JObject Root => Api.Root;

    /// <summary>The named schemas.</summary>
    public IReadOnlyList<SchemaPlace> Schemas { get; }

    public IReadOnlyList<EnumSchema> Enums { get; }

    public IReadOnlyList<OperationPlace> Operations { get; }

    /// <summary>Every schema, those inside of others and of operations included.</summary>
    public IReadOnlyList<SchemaPlace> Places { get; }

    /// <summary>Every property and every parameter.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>Every text that users read.</summary>
    public IReadOnlyList<Prose> Texts { get; }

    public IEnumerable<Member> MembersOf(SchemaPlace place) =>
        place.Properties.Select(property => new Member($"{place.Name}.{property.Name}", property.Name, (JObject)property.Value, this));

    /// <summary>The name that a schema refers to, alone or in the one <c>allOf</c>; none for one that stands for itself.</summary>
    public static string? NameIn(JObject schema) =>
        ApiDocument.NameOf(schema.Text("$ref") ?? (schema.List("allOf") is { Count: > 0 } all ? all[0].Text("$ref") : null));

    /// <summary>What a schema means: the target of its reference, or itself.</summary>
    public JObject Meaning(JObject schema) => NameIn(schema) is { } name && Api.Schema(name) is { } target ? target : schema;

    /// <summary>What a schema means, or what the items of the list are that it means.</summary>
    public JObject ItemOf(JObject schema)
    {
        var seen = new HashSet<JObject>();
        var meaning = Meaning(schema);
        while (meaning.Object("items") is { } items && seen.Add(meaning))
        {
            meaning = Meaning(items);
        }

        return meaning;
    }

    /// <summary>The members of a schema and of everything that it holds, each schema once.</summary>
    public IReadOnlyList<Member> MembersBelow(string place, JObject schema)
    {
        var members = new List<Member>();
        var seen = new HashSet<JObject>();
        var open = new Queue<(string Place, JObject Schema)>();
        open.Enqueue((place, schema));
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            var meaning = ItemOf(next.Schema);
            if (!seen.Add(meaning))
            {
                continue;
            }

            foreach (var member in MembersOf(new SchemaPlace(next.Place, meaning, isNamed: false)))
            {
                members.Add(member);
                open.Enqueue((member.Place, member.Node));
            }
        }

        return members;
    }

    private static IEnumerable<SchemaPlace> Unfold(SchemaPlace place)
    {
        var open = new Stack<SchemaPlace>();
        open.Push(place);
        while (open.Count > 0)
        {
            var next = open.Pop();
            yield return next;
            var inner = next.Properties.Select(property => new SchemaPlace($"{next.Name}.{property.Name}", (JObject)property.Value, isNamed: false));
            foreach (var (key, ending) in new[] { ("items", "[]"), ("additionalProperties", "{}") })
            {
                inner = next.Schema.Object(key) is { } item ? inner.Append(new SchemaPlace(next.Name + ending, item, isNamed: false)) : inner;
            }

            foreach (var schema in inner.Reverse())
            {
                open.Push(schema);
            }
        }
    }
}
