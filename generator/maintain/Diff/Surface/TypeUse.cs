using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>Which named schemas are part of requests, and which of answers.</summary>
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
            // Parameters, bodies and responses are followed too; only schemas are looked up by their names.
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
