using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>A verb of a path.</summary>
internal sealed class Operation(JProperty path, JProperty verb)
{
    public JProperty Path => path;

    public JProperty Verb => verb;

    public JObject Value => (JObject)verb.Value;

    /// <summary>What it is on the wire, as the locked names spell it: verb and path.</summary>
    public string Route => verb.Name.ToUpperInvariant() + " " + path.Name;

    public JProperty? Id => Value.Property("operationId");

    /// <summary>The tag whose interface and file the operation belongs to.</summary>
    public string Tag => (Value["tags"] as JArray)?.FirstOrDefault().AsText() ?? "Other";

    /// <summary>The parameters, those that all verbs of the path have first.</summary>
    public IEnumerable<JObject> Parameters(ApiDocument document) =>
        new[] { path.Value["parameters"], Value["parameters"] }.OfType<JArray>().SelectMany(list => list.OfType<JObject>()).Select(document.Follow);

    /// <summary>What the operation sends, if it sends anything.</summary>
    public OperationBody? Body(ApiDocument document) =>
        document.Follow(Value["requestBody"]) is { } request && request.Members("content").FirstOrDefault(content => content.Value.Object("schema") is not null) is { } content
            ? new OperationBody(Value.Property("requestBody")!, request, content)
            : null;

    /// <summary>The schema of what the service sends: JSON with the HTTP status 200.</summary>
    public JObject? Response(ApiDocument document) => document.Follow(Value.Object("responses")?["200"]).Object("content").Object("application/json").Object("schema");
}

/// <summary>The body of a request.</summary>
/// <param name="place">Where the operation says that it has one.</param>
/// <param name="request">What describes it.</param>
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

    /// <summary>Whether it consists of parts that the method takes one by one.</summary>
    public bool IsUpload => MediaType == Upload;

    /// <summary>The parts of an upload.</summary>
    public IEnumerable<JProperty> Parts(ApiDocument document) => document.Follow(Schema).Members("properties");
}
