using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>One order for everything, so that a change shows as the lines that changed.</summary>
public sealed class OrderTests
{
    private static readonly string[] OfDocument = ["openapi", "info", "servers", "tags", "paths", "components"];

    private static readonly string[] OfVerbs = ["get", "post", "put", "delete"];

    private static readonly string[] OfOperation =
    [
        "tags", "summary", "description", "operationId", "parameters", "requestBody", "responses", "security", "deprecated",
        "x-csharp-name", "x-client-credentials", "x-retry", "x-paging",
    ];

    private static readonly string[] OfParameter = ["name", "in", "required", "description", "style", "explode", "schema", "example", "x-csharp-name", "x-sensitive"];

    private static readonly string[] OfPaging = ["style", "in", "page", "scroll", "limit", "items", "total", "next", "itemType"];

    private static readonly string[] OfSchema =
    [
        "$ref", "allOf", "type", "format", "nullable", "description", "x-source-name", "required", "properties", "items", "additionalProperties",
        "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "default", "deprecated", "x-csharp-name", "x-sensitive", "example",
        "enum", "x-enumNames", "x-enumDescriptions", "x-enumRemedies",
    ];

    [Fact]
    public void Schemas_are_sorted_by_name() => IsSorted(TheDocument.Schemas.Properties().Select(schema => schema.Name));

    [Fact]
    public void Paths_are_sorted_by_client_then_tag_then_path() =>
        IsSorted(TheDocument.Operations.GroupBy(operation => operation.Path).Select(path => $"{path.First().Client} / {path.First().Tag} / {path.Key}"));

    [Fact]
    public void The_verbs_of_a_path_are_of_one_client_and_tag() => Report.None(
        TheDocument.Operations.GroupBy(operation => operation.Path).Where(path => path.Select(operation => (operation.Client, operation.Tag)).Distinct().Count() > 1).Select(path => path.Key),
        "A path stands with its first operation, so the others cannot be found under their own tag. Give them the same.");

    [Fact]
    public void Verbs_come_in_one_order() =>
        Check(TheDocument.Operations.GroupBy(operation => operation.Path).Select(path => (path.Key, path.Select(operation => operation.Verb))), OfVerbs);

    [Fact]
    public void The_keys_of_an_operation_come_in_one_order()
    {
        Check([("the document", Keys(TheDocument.Root))], OfDocument);
        Check(TheDocument.Operations.Select(operation => (operation.Id, Keys(operation.Node))), OfOperation);
        Check(TheDocument.Operations.SelectMany(operation => operation.Parameters, (operation, parameter) => ($"{operation.Id}({(string?)parameter["name"]})", Keys(parameter))), OfParameter);
        Check(TheDocument.Operations.Where(operation => operation.Node["x-paging"] is not null).Select(operation => (operation.Id, Keys((JObject)operation.Node["x-paging"]!))), OfPaging);
    }

    [Fact]
    public void The_keys_of_a_schema_come_in_one_order() => Check(TheDocument.Places.Select(place => (place.Name, Keys(place.Schema))), OfSchema);

    [Fact]
    public void Path_parameters_come_before_those_of_the_query() => Report.None(
        TheDocument.Operations.Where(operation => operation.Parameters.SkipWhile(IsInPath).Any(IsInPath)).Select(operation => operation.Id),
        "Put the parameters of the path first.");

    private static bool IsInPath(JObject parameter) => (string?)parameter["in"] == "path";

    private static IEnumerable<string> Keys(JObject node) => node.Properties().Select(property => property.Name);

    private static void IsSorted(IEnumerable<string> names)
    {
        var found = names.ToList();

        Report.None(found.Zip(found.Skip(1)).Where(pair => string.CompareOrdinal(pair.First, pair.Second) > 0).Select(pair => $"{pair.Second} stands behind {pair.First}"), "Move these to their place; capitals come before small letters.");
    }

    private static void Check(IEnumerable<(string Place, IEnumerable<string> Keys)> nodes, string[] order)
    {
        var all = nodes.ToList();

        Assert.NotEmpty(all);
        Report.None(
            all.SelectMany(node => node.Keys.Except(order), (node, key) => $"{node.Place}: {key}"),
            "Nothing reads these keys. Correct or delete them; if a template reads one now, add it to the order in this test.");
        Report.None(
            all.Where(node => !node.Keys.SequenceEqual(order.Intersect(node.Keys))).Select(node => $"{node.Place}: {string.Join(", ", order.Intersect(node.Keys))}"),
            "Put the keys into this order:");
    }
}
