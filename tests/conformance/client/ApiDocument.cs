using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Conformance;

/// <summary>The API document as the conformance test needs it.</summary>
internal sealed class ApiDocument
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly JObject _document;

    public ApiDocument(string path)
    {
        using var reader = new JsonTextReader(File.OpenText(path)) { DateParseHandling = DateParseHandling.None };
        _document = JObject.Load(reader);
        Operations =
        [
            .. from item in ((JObject)_document["paths"]!).Properties()
               from verb in ((JObject)item.Value).Properties()
               where Verbs.Contains(verb.Name)
               select new Operation(item.Name, verb.Name, (JObject)verb.Value),
        ];
    }

    public IReadOnlyList<Operation> Operations { get; }

    public Operation this[string operation] => Operations.Single(candidate => candidate.Id == operation);

    /// <summary>The schema without a reference or a single allOf around it, and its name.</summary>
    public (JObject Schema, string? Name) Resolve(JObject schema)
    {
        string? name = null;
        while ((string?)(schema["$ref"] ?? schema["allOf"]?[0]?["$ref"]) is { } reference)
        {
            name = reference.Split('/')[^1];
            schema = (JObject)_document["components"]!["schemas"]![name]!;
        }

        return (schema, name);
    }

    /// <summary>The size of the largest enum in the requests and responses of the operation.</summary>
    public int LargestEnum(Operation operation)
    {
        var seen = new HashSet<string>();
        return Largest(operation.Json);

        int Largest(JToken node)
        {
            // The codes of failures have remedies; a success has none of these codes.
            if (node is JObject schema && schema["enum"] is JArray values && schema["x-enumRemedies"] is null)
            {
                return values.Count;
            }

            if (node is JProperty { Name: "$ref", Value: JValue { Value: string reference } })
            {
                return seen.Add(reference) ? Largest(_document["components"]!["schemas"]![reference.Split('/')[^1]]!) : 0;
            }

            return node.Children().Select(Largest).DefaultIfEmpty().Max();
        }
    }
}

/// <summary>One operation of the document.</summary>
internal sealed record Operation(string Path, string Verb, JObject Json)
{
    public string Id => (string)Json["operationId"]!;

    public Type Client => Id.StartsWith("Management_", StringComparison.Ordinal) ? typeof(ManagementClient) : typeof(AuthenticationClient);

    /// <summary>The method of the client that makes this call.</summary>
    public string Method
    {
        get
        {
            var name = (string?)Json["x-csharp-name"] ?? Id.Split('_')[^1];
            return char.ToUpperInvariant(name[0]) + name[1..] + "Async";
        }
    }

    public IReadOnlyList<JObject> Parameters => [.. (Json["parameters"] ?? new JArray()).Cast<JObject>()];

    public JProperty? Content => (JProperty?)Json["requestBody"]?["content"]?.First;

    public bool IsPaged => Json["x-paging"] is not null;

    /// <summary>The alternatives, each with the names of its schemes.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Security =>
        [.. Json["security"]!.Select(alternative => (IReadOnlyList<string>)[.. ((JObject)alternative).Properties().Select(scheme => scheme.Name)])];
}
