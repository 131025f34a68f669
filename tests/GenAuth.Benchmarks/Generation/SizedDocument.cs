using System.Text.Json.Nodes;

namespace GenAuth.Benchmarks.Generation;

/// <summary>
/// The API document with another number of operations: a part of them, spread over all tags, with the schemas that they
/// reach; or copies of them all under new names, each copy with tags, paths and schemas of its own.
/// </summary>
internal sealed class SizedDocument
{
    /// <summary>The operations and schemas that hand-written code uses.</summary>
    private static readonly string[] Needed =
        ["Authentication_getAlipayAuthInfo", "Authentication_signInByMobile", "Authentication_getDetail", "Authentication_pub"];

    private readonly JsonNode _whole;
    private readonly JsonObject _schemas;
    private readonly List<(string Path, string Verb, JsonNode Operation)> _operations;

    public SizedDocument(string text)
    {
        _whole = JsonNode.Parse(text)!;
        _schemas = _whole["components"]!["schemas"]!.AsObject();
        _operations = [.. _whole["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject(), (path, verb) => (path.Key, verb.Key, verb.Value!))];
    }

    public int Operations => _operations.Count;

    public JsonNode Create(int operations)
    {
        var document = _whole.DeepClone();
        document["paths"]!.AsObject().Clear();
        document["components"]!["schemas"]!.AsObject().Clear();
        for (var copy = 1; operations > 0; copy++)
        {
            var part = Part(Math.Min(operations, Operations));
            Add(document, part, new Renaming(copy));
            operations -= part.Count;
        }

        return document;
    }

    private List<(string Path, string Verb, JsonNode Operation)> Part(int count)
    {
        var needed = _operations.Where(IsNeeded).ToList();
        var others = _operations.Where(operation => !IsNeeded(operation)).ToList();
        var spread = count - Math.Min(count, needed.Count);
        return [.. needed.Take(count), .. Enumerable.Range(0, spread).Select(index => others[(int)((long)index * others.Count / spread)])];

        static bool IsNeeded((string, string, JsonNode Operation) operation) => Needed.Contains((string?)operation.Operation["operationId"]);
    }

    private void Add(JsonNode document, List<(string Path, string Verb, JsonNode Operation)> part, Renaming renaming)
    {
        var paths = document["paths"]!.AsObject();
        foreach (var (path, verb, operation) in part)
        {
            var name = renaming.Path(path);
            paths.TryAdd(name, new JsonObject());
            paths[name]![verb] = renaming.Operation(operation);
        }

        var schemas = document["components"]!["schemas"]!.AsObject();
        var names = part.Count == Operations ? _schemas.Select(schema => schema.Key) : Reached(part.Select(operation => operation.Operation));
        foreach (var schema in names)
        {
            schemas.TryAdd(renaming.Schema(schema), renaming.References(_schemas[schema]!));
        }
    }

    private SortedSet<string> Reached(IEnumerable<JsonNode> nodes)
    {
        // The envelope's codes are known to hand-written code.
        var reached = new SortedSet<string>(Renaming.Shared, StringComparer.Ordinal);
        var left = new Queue<JsonNode>([.. nodes, .. reached.Select(name => _schemas[name]!)]);
        while (left.TryDequeue(out var node))
        {
            foreach (var name in SchemaReferences.In(node).Select(reference => reference.Name).Where(name => _schemas.ContainsKey(name) && reached.Add(name)))
            {
                left.Enqueue(_schemas[name]!);
            }
        }

        return reached;
    }
}
