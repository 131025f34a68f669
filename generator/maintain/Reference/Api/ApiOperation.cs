using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference;

/// <summary>An operation with everything that its page says of it.</summary>
internal sealed class ApiOperation
{
    private const string ClientSuffix = "Client";
    private readonly Operation _operation;

    public ApiOperation(ApiDocument document, ApiNames names, Operation operation)
    {
        _operation = operation;
        (Client, Method) = names.Method(operation);
        Arguments = [.. Parameters(document, names).Concat(Body(document, names)).OrderByDescending(argument => argument.IsRequired)];
        var response = document.Follow(Node["responses"]!["200"])!;
        var content = (JObject)response["content"]!["application/json"]!;
        Response = new Schema(document, names, (JObject)content["schema"]!);
        ResponseExample = content["example"];
        ResponseDescription = (string?)response["description"] ?? string.Empty;
        PagingMethod = PagingItem is null ? null : names.Paging(operation);
    }

    public JObject Node => _operation.Value;

    /// <summary>The C# class, for example <c>ManagementClient</c>.</summary>
    public string Client { get; }

    /// <summary>The C# method, with <c>Async</c>.</summary>
    public string Method { get; }

    /// <summary>The C# method that enumerates all pages, where there is one.</summary>
    public string? PagingMethod { get; }

    /// <summary>The service's own name of the operation.</summary>
    public string ServiceName => ((string)Node["operationId"]!).Split('_', 2)[1];

    /// <summary>The page, from the root of the reference.</summary>
    public string Page => $"{Folder(Client)}/{PageName.Of(Method[..^"Async".Length])}.md";

    public string Tag => _operation.Tag;

    public string Endpoint => _operation.Route;

    public string Summary => (string?)Node["summary"] ?? string.Empty;

    public string Description => (string?)Node["description"] ?? string.Empty;

    public bool IsDeprecated => (bool?)Node["deprecated"] == true;

    public string? Retry => (string?)Node["x-retry"];

    public JObject? Paging => Node["x-paging"] as JObject;

    /// <summary>What the pages are made of, where there are pages.</summary>
    public Schema? PagingItem =>
        ((string?)Paging?["items"])?.Split('.').Aggregate(Response, (schema, name) => schema[name]!.Schema).Items;

    /// <summary>The names of the ways to be authorized, each a set that goes together.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Security =>
        [.. (Node["security"] as JArray ?? []).OfType<JObject>().Select(way => way.Properties().Select(scheme => scheme.Name).ToList())];

    /// <summary>Whether it works for a signed-in user only.</summary>
    public bool NeedsUser => Security.Count > 0 && Security.All(way => way.Contains("userToken"));

    /// <summary>The arguments in the order of the method.</summary>
    public IReadOnlyList<Argument> Arguments { get; }

    public Schema Response { get; }

    public JToken? ResponseExample { get; }

    public string ResponseDescription { get; }

    public string Signature
    {
        get
        {
            var arguments = Arguments.Select(argument => $"{argument.Type} {argument.Name}{(argument.IsRequired ? string.Empty : " = null")}");
            return $"Task<{Response.Type}> {Method}({string.Join(", ", [.. arguments, "RequestOptions? requestOptions = null", "CancellationToken cancellationToken = default"])})";
        }
    }

    public static string Folder(string client) => PageName.Of(client[..^ClientSuffix.Length].ToLowerInvariant());

    private IEnumerable<Argument> Parameters(ApiDocument document, ApiNames names) => _operation.Parameters(document).Select(parameter =>
    {
        var name = (string)parameter["name"]!;
        var place = (string?)parameter["in"] == "path" ? Place.Path : Place.Query;
        return new Argument(
            place == Place.Path ? names.Path(_operation, name) : names.Query(_operation, name),
            name,
            place,
            new Schema(document, names, (JObject)parameter["schema"]!),
            (bool?)parameter["required"] == true,
            (string?)parameter["description"] ?? string.Empty,
            parameter["example"]);
    });

    private IEnumerable<Argument> Body(ApiDocument document, ApiNames names)
    {
        if (document.Follow(Node["requestBody"]) is not { } body)
        {
            return [];
        }

        var content = ApiDocument.Children(body["content"]).First();
        var schema = new Schema(document, names, (JObject)content.Value["schema"]!);
        return content.Name == "multipart/form-data"
            ? schema.Members.Select(part => new Argument(names.Part(_operation, part.Name), part.Name, Place.Part, part.Schema, part.IsRequired, part.Schema.Description, null))
            : [new Argument(names.Body(_operation), names.Body(_operation), Place.Body, schema, (bool?)body["required"] == true, (string?)body["description"] ?? string.Empty, content.Value["example"])];
    }
}
