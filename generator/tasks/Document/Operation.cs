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

    /// <summary>The tag whose client and file the operation belongs to.</summary>
    public string Tag => (Value["tags"] as JArray)?.FirstOrDefault().AsText() ?? "Other";

    /// <summary>The parameters, those that all verbs of the path have first.</summary>
    public IEnumerable<JObject> Parameters(ApiDocument document) =>
        new[] { path.Value["parameters"], Value["parameters"] }.OfType<JArray>().SelectMany(list => list.OfType<JObject>()).Select(document.Follow);
}
