using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Checks that the templates can send the body of a request.</summary>
internal sealed class BodyCheck(ApiDocument document, DocumentErrors errors)
{
    private const string Upload = "multipart/form-data";

    private static readonly string[] Types = ["application/json", "application/x-www-form-urlencoded", Upload];

    public void Run(Operation operation)
    {
        var contents = document.Follow(operation.Value["requestBody"]).Members("content").ToList();
        var unknown = contents.Where(content => !Types.Contains(content.Name)).ToList();
        foreach (var content in unknown)
        {
            errors.Add("GENAUTH008", content,
                $"The templates cannot send a body of type {PrintableText.Quote(content.Name)}. Describe it as one of {string.Join(", ", Types)}, or extend the templates.");
        }

        if (contents.Count > 1 && unknown.Count == 0)
        {
            errors.Add("GENAUTH008", contents[1],
                $"The body has several types, and the templates send one. Describe it as '{contents[0].Name}' or as '{contents[1].Name}' alone.");
        }

        foreach (var upload in contents.Where(content => content.Name == Upload).Select(content => document.Follow((JToken?)content.Value.Object("schema"))).OfType<JObject>())
        {
            CheckUpload(upload);
        }
    }

    /// <summary>Parts other than required files would become C# that does not compile.</summary>
    private void CheckUpload(JObject upload)
    {
        var required = (upload["required"] as JArray ?? []).Select(name => name.ToString()).ToList();
        foreach (var part in ApiDocument.Children(upload["properties"]))
        {
            if (part.Value.Text("type") != "string" || part.Value.Text("format") != "binary" || !required.Contains(part.Name))
            {
                errors.Add("GENAUTH008", part,
                    $"The templates send only required files as parts, and {PrintableText.Quote(part.Name)} is not one. Describe it as one (string, binary, required), move it into the query, or extend the templates.");
            }
        }
    }
}
