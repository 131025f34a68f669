using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Maintain.Reference.Pages;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference.Api;

/// <summary>An operation with everything that its page contains.</summary>
internal sealed class DocumentedOperation
{
    private const string ClientSuffix = "Client";
    private readonly Operation _operation;

    public DocumentedOperation(ApiModel model, RequiredNames names, ApiOperation operation)
    {
        var document = model.Document;
        _operation = operation.Source;
        (Client, Method) = names.GetMethod(_operation);
        Area = names.GetArea(_operation);
        Arguments = [.. operation.Arguments.Concat(operation.Options?.Members ?? []).Select(parameter => Read(document, names, operation, parameter))];
        Options = operation.Options;
        var response = document.Follow(Node["responses"]!["200"])!;
        var content = (JObject)response["content"]!["application/json"]!;
        Response = new Schema(document, names, (JObject)content["schema"]!);
        ResponseExample = content["example"];
        ResponseDescription = (string?)response["description"] ?? string.Empty;
        PagingMethod = PagingItem is null ? null : names.GetPagingMethod(_operation);
        Cleared = UpdateTypes.Is(operation) && model.Find(operation.Parameters.FirstOrDefault(parameter => parameter.Place == ApiPlace.Body)?.Type.Text) is { } type
            && UpdateTypes.SampleOf(model, type) is { } member ? $"{type.Name}.{names.GetMember(type.SchemaName, member.Wire)}" : null;
    }

    public JObject Node => _operation.Value;

    /// <summary>The C# class, for example <c>ManagementClient</c>.</summary>
    public string Client { get; }

    /// <summary>The interface that declares the method, for example <c>IManagementUsers</c>.</summary>
    public string Area { get; }

    /// <summary>The property of the client that returns the interface, for example <c>Users</c>.</summary>
    public string AreaProperty => Area[(1 + Client.Length - ClientSuffix.Length)..];

    /// <summary>The C# method, with <c>Async</c>.</summary>
    public string Method { get; }

    /// <summary>The C# method that enumerates all pages; <see langword="null"/> without paging.</summary>
    public string? PagingMethod { get; }

    /// <summary>Of an update, the member of the body that the page clears, as <c>Type.Member</c>.</summary>
    public string? Cleared { get; }

    /// <summary>The service's name of the operation.</summary>
    public string ServiceName => ((string)Node["operationId"]!).Split('_', 2)[1];

    /// <summary>The path of the page, relative to the root of the reference.</summary>
    public string Page => $"{Folder(Client)}/{PageName.Create(Method[..^"Async".Length])}.md";

    public string Tag => _operation.Tag;

    public string Endpoint => _operation.Route;

    public string Summary => (string?)Node["summary"] ?? string.Empty;

    public string Description => (string?)Node["description"] ?? string.Empty;

    public bool IsDeprecated => (bool?)Node["deprecated"] == true;

    public string? Retry => (string?)Node["x-retry"];

    public JObject? Paging => Node["x-paging"] as JObject;

    /// <summary>The type of the items of a page; <see langword="null"/> without paging.</summary>
    public Schema? PagingItem =>
        ((string?)Paging?["items"])?.Split('.').Aggregate(Response, (schema, name) => schema[name]!.Schema).Items;

    /// <summary>The alternative security requirements, each a set of scheme names that apply together.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Security =>
        [.. (Node["security"] as JArray ?? []).OfType<JObject>().Select(requirement => requirement.Properties().Select(scheme => scheme.Name).ToList())];

    /// <summary>Whether every call needs the access token of a user.</summary>
    public bool NeedsUser => Security.Count > 0 && Security.All(requirement => requirement.Contains("userToken"));

    /// <summary>The arguments in the order of the method, followed by the members of its options.</summary>
    public IReadOnlyList<DocumentedArgument> Arguments { get; }

    /// <summary>The options object; <see langword="null"/> for an operation without optional query parameters.</summary>
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

    public static string Folder(string client) => PageName.Create(client[..^ClientSuffix.Length].ToLowerInvariant());

    private static DocumentedArgument Read(ApiDocument document, RequiredNames names, ApiOperation operation, ApiParameter parameter)
    {
        var content = parameter.Place == ApiPlace.Body ? operation.Body!.Content : null;
        var node = content?.Value["schema"] ?? (parameter.Place == ApiPlace.Part ? parameter.Source : parameter.Source["schema"]);
        return new DocumentedArgument(
            names.GetParameter(operation.Source, parameter),
            parameter,
            new Schema(document, names, (JObject)node!),
            (string?)parameter.Source["description"] ?? string.Empty,
            parameter.Place == ApiPlace.Part ? null : (content?.Value ?? parameter.Source)["example"]);
    }
}

/// <summary>An argument of a method, or a member of its options.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Source">The parameter in the model of the build step.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Description">Its description.</param>
/// <param name="Example">The sample of the document, if any.</param>
internal sealed record DocumentedArgument(string Name, ApiParameter Source, Schema Schema, string Description, JToken? Example)
{
    public string Type => Source.Type.ToString();

    /// <summary>Its name on the wire. A body has none; its C# name is used.</summary>
    public string WireName => Place == ApiPlace.Body ? Name : Source.Source.Text("name") ?? Source.Wire;

    public ApiPlace Place => Source.Place;

    /// <summary>Whether every call must pass it.</summary>
    public bool IsRequired => Source.IsRequired;
}
