using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference;

/// <summary>An operation with everything that its page says of it.</summary>
internal sealed class ApiOperation
{
    private const string ClientSuffix = "Client";
    private readonly Operation _operation;

    public ApiOperation(ApiDocument document, ApiNames names, Build.ApiOperation operation)
    {
        _operation = operation.Source;
        (Client, Method) = names.Method(_operation);
        Area = names.Area(_operation);
        Arguments = [.. operation.Arguments.Concat(operation.Options?.Members ?? []).Select(parameter => Read(document, names, operation, parameter))];
        Options = operation.Options;
        var response = document.Follow(Node["responses"]!["200"])!;
        var content = (JObject)response["content"]!["application/json"]!;
        Response = new Schema(document, names, (JObject)content["schema"]!);
        ResponseExample = content["example"];
        ResponseDescription = (string?)response["description"] ?? string.Empty;
        PagingMethod = PagingItem is null ? null : names.Paging(_operation);
    }

    public JObject Node => _operation.Value;

    /// <summary>The C# class, for example <c>ManagementClient</c>.</summary>
    public string Client { get; }

    /// <summary>The interface that has the method, for example <c>IManagementUsers</c>.</summary>
    public string Area { get; }

    /// <summary>The property of the client that returns the interface, for example <c>Users</c>.</summary>
    public string AreaProperty => Area[(1 + Client.Length - ClientSuffix.Length)..];

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

    /// <summary>The arguments in the order of the method, and then the members of its options.</summary>
    public IReadOnlyList<Argument> Arguments { get; }

    /// <summary>What the call may leave out, unless there is nothing.</summary>
    public ApiOptions? Options { get; }

    public Schema Response { get; }

    public JToken? ResponseExample { get; }

    public string ResponseDescription { get; }

    public string Signature
    {
        get
        {
            var arguments = Arguments.Where(argument => !argument.Source.IsOption).ToLookup(argument => argument.IsRequired, argument => $"{argument.Type} {argument.Name}{(argument.IsRequired ? string.Empty : " = null")}");
            string[] options = Options is null ? [] : [$"{Options.Name.Text}{(Options.IsRequired ? string.Empty : "?")} {ApiOptions.Parameter}{(Options.HasDefault ? " = null" : string.Empty)}"];
            string[] optional = Options?.HasDefault == false ? [.. options, .. arguments[false]] : [.. arguments[false], .. options];
            return $"Task<{Response.Type}> {Method}({string.Join(", ", [.. arguments[true], .. optional, "RequestOptions? requestOptions = null", "CancellationToken cancellationToken = default"])})";
        }
    }

    public static string Folder(string client) => PageName.Of(client[..^ClientSuffix.Length].ToLowerInvariant());

    private static Argument Read(ApiDocument document, ApiNames names, Build.ApiOperation operation, ApiParameter parameter)
    {
        var content = parameter.Place == ApiPlace.Body ? operation.Body!.Content : null;
        var node = content?.Value["schema"] ?? (parameter.Place == ApiPlace.Part ? parameter.Source : parameter.Source["schema"]);
        return new Argument(
            names.Parameter(operation.Source, parameter),
            parameter,
            new Schema(document, names, (JObject)node!),
            (string?)parameter.Source["description"] ?? string.Empty,
            parameter.Place == ApiPlace.Part ? null : (content?.Value ?? parameter.Source)["example"]);
    }
}
