using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>An operation: a verb of a path.</summary>
internal sealed class Operation(JProperty path, JProperty verb)
{
    public JProperty Path => path;

    public JProperty Verb => verb;

    public JObject Value => (JObject)verb.Value;

    /// <summary>Verb and path in the notation of <c>names.lock</c>.</summary>
    public string Route => verb.Name.ToUpperInvariant() + " " + path.Name;

    public JProperty? Id => Value.Property("operationId");

    /// <summary>The tag, which determines the interface and the file of the operation.</summary>
    public string Tag => (Value["tags"] as JArray)?.FirstOrDefault().AsText() ?? "Other";

    /// <summary>The parameters; those of the path item come first.</summary>
    public IEnumerable<JObject> Parameters(ApiDocument document) =>
        new[] { path.Value["parameters"], Value["parameters"] }.OfType<JArray>().SelectMany(list => list.OfType<JObject>()).Select(document.Follow);

    /// <summary>The request body, if there is one.</summary>
    public OperationBody? Body(ApiDocument document) =>
        document.Follow(Value["requestBody"]) is { } request && request.Members("content").FirstOrDefault(content => content.Value.Object("schema") is not null) is { } content
            ? new OperationBody(Value.Property("requestBody")!, request, content)
            : null;

    /// <summary>The schema of the response: JSON with the HTTP status 200.</summary>
    public JObject? Response(ApiDocument document) => document.Follow(Value.Object("responses")?["200"]).Object("content").Object("application/json").Object("schema");
}

/// <summary>The body of a request.</summary>
/// <param name="place">The <c>requestBody</c> of the operation.</param>
/// <param name="request">The resolved description.</param>
/// <param name="content">The media type in which it is sent.</param>
internal sealed class OperationBody(JProperty place, JObject request, JProperty content)
{
    private const string Upload = "multipart/form-data";

    public JProperty Place => place;

    public JObject Request => request;

    /// <summary>The media type in which it is sent.</summary>
    public string MediaType => content.Name;

    public JProperty Content => content;

    public JObject Schema => content.Value.Object("schema")!;

    /// <summary>Whether it has parts, each of which is a parameter of the method.</summary>
    public bool IsUpload => MediaType == Upload;

    /// <summary>The parts of an upload.</summary>
    public IEnumerable<JProperty> Parts(ApiDocument document) => document.Follow(Schema).Members("properties");
}
