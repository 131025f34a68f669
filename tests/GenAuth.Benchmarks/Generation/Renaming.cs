using System.Globalization;
using System.Text.Json.Nodes;

namespace GenAuth.Benchmarks.Generation;

/// <summary>The names of one copy of the API; the first copy keeps them.</summary>
internal sealed class Renaming(int copy)
{
    /// <summary>The schemas that all copies share.</summary>
    public static readonly string[] Shared = ["ApiCode", "StatusCode"];

    private static readonly string[] NoSchemas = ["any", "int", "long", "string"];

    private static readonly string[] OperationNames = ["operationId", "x-csharp-name"];

    private readonly string _ending = copy == 1 ? string.Empty : "Copy" + copy.ToString(CultureInfo.InvariantCulture);

    public string Path(string path) => _ending.Length == 0 ? path : $"/{_ending}{path}";

    public string Schema(string name) => Shared.Contains(name) || NoSchemas.Contains(name) ? name : name + _ending;

    public JsonNode Operation(JsonNode original)
    {
        var operation = References(original);
        foreach (var name in OperationNames.Where(name => operation[name] is not null))
        {
            operation[name] = (string?)operation[name] + _ending;
        }

        operation["tags"]![0] = (string?)operation["tags"]![0] + _ending;
        return operation;
    }

    public JsonNode References(JsonNode original)
    {
        var renamed = original.DeepClone();
        foreach (var (owner, key, name) in SchemaReferences.In(renamed))
        {
            owner[key] = (key == "$ref" ? SchemaReferences.Prefix : string.Empty) + Schema(name);
        }

        return renamed;
    }
}
