using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff.Surface;

/// <summary>The named schemas that are part of requests, and those that are part of responses.</summary>
internal sealed class TypeUse
{
    private readonly ApiDocument _document;

    public TypeUse(ApiDocument document)
    {
        _document = document;
        foreach (var operation in document.Operations)
        {
            Visit(operation.Path.Value["parameters"], Sent);
            Visit(operation.Value["parameters"], Sent);
            Visit(operation.Value["requestBody"], Sent);
            Visit(operation.Value["responses"], Received);
        }
    }

    public HashSet<string> Sent { get; } = [];

    public HashSet<string> Received { get; } = [];

    private void Visit(JToken? token, HashSet<string> found)
    {
        if (token is JProperty { Name: "example" })
        {
            return;
        }

        if (token is JProperty { Name: "$ref", Value: JValue { Value: string reference } })
        {
            // References to parameters, bodies and responses are followed too. Only the names of schemas are looked up.
            if (found.Add(ApiDocument.NameOf(reference) ?? reference) && ApiDocument.IsLocal(reference))
            {
                Visit(_document.Resolve(reference), found);
            }
        }

        foreach (var child in token?.Children() ?? Enumerable.Empty<JToken>())
        {
            Visit(child, found);
        }
    }
}
