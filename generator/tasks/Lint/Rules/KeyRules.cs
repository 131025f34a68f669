using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Rules for the keys of nodes and their order: no unused keys, and small diffs.</summary>
internal static class KeyRules
{
    public static readonly string[] OfDocument = ["openapi", "info", "servers", "tags", "paths", "components"];
    private static readonly string[] OfInfo = ["title", "description", "license", "version"];
    private static readonly string[] OfTag = ["name", "description", "x-csharp-name"];
    private static readonly string[] OfComponents = ["schemas", "securitySchemes"];
    private static readonly string[] OfSecurityScheme = ["type", "in", "name", "scheme", "bearerFormat", "description"];
    public static readonly string[] OfPath = ["get", "post", "put", "delete"];

    public static readonly string[] OfOperation =
    [
        "tags", "summary", "description", "operationId", "parameters", "requestBody", "responses", "security", "deprecated",
        "x-csharp-name", "x-csharp-options", "x-client-credentials", "x-retry", "x-paging",
    ];

    public static readonly string[] OfParameter = ["name", "in", "required", "description", "style", "explode", "schema", "example", "x-csharp-name", "x-sensitive"];
    private static readonly string[] OfBody = ["required", "description", "content"];
    private static readonly string[] OfResponse = ["description", "content"];
    private static readonly string[] OfContent = ["schema", "example"];
    private static readonly string[] OfPaging = ["style", "in", "page", "scroll", "limit", "items", "total", "next", "itemType"];

    public static readonly string[] OfSchema =
    [
        "$ref", "allOf", "type", "format", "nullable", "description", "x-source-name", "required", "properties", "items", "additionalProperties",
        "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "default", "deprecated", "x-csharp-name", "x-sensitive", "example",
        "enum", "x-enumNames", "x-enumDescriptions", "x-enumRemedies",
    ];

    /// <summary>Keys with a rule of their own.</summary>
    private static readonly string[] Alternatives = ["oneOf", "anyOf", "not"];

    public static IEnumerable<Finding> Unknown(LintModel document) =>
        from node in Nodes(document)
        from key in ApiDocument.Children(node.Node)
        where !node.Order.Contains(key.Name) && !(node.Order == OfSchema && Alternatives.Contains(key.Name))
        select new Finding(node.Place, key, $"The key '{key.Name}' is unknown here. Correct or delete it; if something reads it now, add it to KeyRules in generator/tasks/Lint.", key.Name);

    public static IEnumerable<Finding> Order(LintModel document) =>
        from node in Nodes(document)
        let misplaced = Misplaced(node.Node, node.Order)
        where misplaced is not null
        select new Finding(node.Place, misplaced, $"'{misplaced.Name}' is in the wrong position. Sort the keys into this order: {string.Join(", ", node.Order.Intersect(node.Node.Keys()))}.", misplaced.Name);

    /// <summary>The first key that must precede an earlier key.</summary>
    private static JProperty? Misplaced(JToken? node, string[] order)
    {
        var last = 0;
        foreach (var key in ApiDocument.Children(node))
        {
            var index = Array.IndexOf(order, key.Name);
            if (index >= 0 && index < last)
            {
                return key;
            }

            last = Math.Max(last, index);
        }

        return null;
    }

    private static IEnumerable<(string Place, JToken? Node, string[] Order)> Nodes(LintModel document) =>
    [
        ("document", document.Root, OfDocument),
        ("info", document.Root["info"], OfInfo),
        .. document.Root.List("tags").Select(tag => ($"tag {tag.Text("name")}", (JToken?)tag, OfTag)),
        ("components", document.Root["components"], OfComponents),
        .. document.Root.Object("components").Members("securitySchemes").Select(scheme => (scheme.Name, (JToken?)scheme.Value, OfSecurityScheme)),
        .. document.Api.Paths.Select(path => (path.Name, (JToken?)path.Value, OfPath)),
        .. document.Operations.SelectMany(NodesOf),
        .. document.SchemaNodes.Select(place => (place.Name, (JToken?)place.Schema, OfSchema)),
    ];

    private static IEnumerable<(string Place, JToken? Node, string[] Order)> NodesOf(OperationNode operation) =>
    [
        (operation.Name, operation.Node, OfOperation),
        (operation.Name, operation.Node["x-paging"], OfPaging),
        .. operation.Parameters.Select(parameter => (parameter.Place, (JToken?)parameter.Node, OfParameter)),
        (operation.Name + " body", operation.Body, OfBody),
        .. operation.Contents.Select(content => (operation.Name + " body", (JToken?)content.Value, OfContent)),
        (operation.Name + " response", operation.Response, OfResponse),
        (operation.Name + " response", operation.ResponseContent, OfContent),
    ];
}
