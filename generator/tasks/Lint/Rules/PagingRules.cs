using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Rules;

/// <summary>
/// Rules for <c>x-paging</c>. The templates print its values unchecked, and treat an unknown style as page.
/// </summary>
internal static class PagingRules
{
    private static readonly string[] Settings = ["page", "limit", "scroll"];

    private static readonly HashSet<string> PageNames = ["page", "pageNo", "pagination", "scrollId"];

    private static readonly string[] OfPages = ["style", "in", "page", "limit", "items", "itemType"];
    private static readonly string[] OfScrolls = ["style", "in", "scroll", "limit", "items", "next", "itemType"];

    public static IEnumerable<Finding> Declared(LintModel document) =>
        from operation in document.Operations
        where TakesPage(document, operation) && !operation.Node.Has("x-paging")
        select operation.Finding("It takes a page number, but has no x-paging. Add x-paging (see openapi/README.md); if its response cannot be enumerated, add it to the exceptions.");

    public static IEnumerable<Finding> Superfluous(LintModel document) =>
        from operation in document.Operations
        where operation.Node.Has("x-paging") && !TakesPage(document, operation)
        select operation.Finding("It does not take a page number. Delete x-paging.", "x-paging");

    public static IEnumerable<Finding> WellFormed(LintModel document) =>
        from operation in document.Operations
        where operation.Node.Has("x-paging")
        from fault in Faults(operation.Node["x-paging"]!)
        select new Finding(operation.Name, fault.Token, $"{fault.Text} Style page has in, page, limit, items, total (if there is one) and itemType; style scroll has in, scroll, limit, items, next and itemType.", operation.Method);

    public static IEnumerable<Finding> RequestMembers(LintModel document) =>
        from operation in Paged(document)
        from key in Settings
        let path = operation.Paging.Text(key)
        where path is not null && Follow(document, RequestSchema(document, operation.Operation, operation.Paging.Text("in")), path).Text("type") != (key == "scroll" ? "string" : "integer")
        select operation.Operation.Finding($"'{path}' ({key}) is not a member of the request, or not of type {(key == "scroll" ? "string" : "integer")}. Correct the path of members.", "x-paging");

    public static IEnumerable<Finding> ResponseMembers(LintModel document) =>
        from operation in Paged(document)
        from part in new[] { (Key: "items", Type: "array"), (Key: "total", Type: "integer"), (Key: "next", Type: "string") }
        let path = operation.Paging.Text(part.Key)
        where path is not null && Follow(document, operation.Operation.ResponseSchema ?? [], path).Text("type") != part.Type
        select operation.Operation.Finding($"'{path}' ({part.Key}) is not of type {part.Type} in the response. Correct the path of members, which begins at the root of the response.", "x-paging");

    public static IEnumerable<Finding> ItemTypes(LintModel document) =>
        from operation in Paged(document)
        let said = operation.Paging.Text("itemType")
        let list = Follow(document, operation.Operation.ResponseSchema ?? [], operation.Paging.Text("items") ?? string.Empty)
        where said is not null && list.Object("items") is { } items && said != TypeRules.PagingItemOf(items)
        select operation.Operation.Finding($"The itemType is '{said}', but the list is of '{TypeRules.PagingItemOf(list.Object("items")!)}'. Name the items' schema, string, int, long, or any for free-form items.", "x-paging");

    public static IEnumerable<Finding> Totals(LintModel document) =>
        from operation in Paged(document)
        where !operation.Paging.Has("total") && !operation.Paging.Has("next") && Follow(document, operation.Operation.ResponseSchema ?? [], "data.totalCount").Text("type") == "integer"
        select operation.Operation.Finding("The response has data.totalCount. Add total to x-paging: without it an additional request follows the last page.", "x-paging");

    private static IEnumerable<(OperationNode Operation, JObject Paging)> Paged(LintModel document) =>
        from operation in document.Operations
        let paging = operation.Node.Object("x-paging")
        where paging is not null
        select (operation, paging);

    private static IEnumerable<(JToken Token, string Text)> Faults(JToken paging)
    {
        if (paging is not JObject)
        {
            yield return (paging, "x-paging is not an object.");
            yield break;
        }

        var style = paging.Text("style");
        if (style is not ("page" or "scroll"))
        {
            yield return (paging.At("style"), $"The style '{style}' is neither page nor scroll.");
            yield break;
        }

        var wanted = style == "page" ? OfPages : OfScrolls;
        foreach (var key in wanted.Where(key => string.IsNullOrEmpty(paging.Text(key))))
        {
            yield return (paging.At(key), $"'{key}' is missing or not a text.");
        }

        foreach (var key in paging.Keys().Except(wanted).Where(key => !(key == "total" && style == "page" && paging.Text(key) is not null)))
        {
            yield return (paging.At(key), $"'{key}' is not allowed with the style {style}.");
        }

        if (paging.Text("in") is { } place and not ("query" or "body"))
        {
            yield return (paging.At("in"), $"'{place}' is neither query nor body.");
        }
    }

    private static bool TakesPage(LintModel document, OperationNode operation)
    {
        var body = RequestSchema(document, operation, "body");
        return operation.Parameters.Select(parameter => parameter.Name)
            .Concat(body["properties"].Keys())
            .Concat(body.Members("properties").Select(member => member.Value).OfType<JObject>().SelectMany(member => document.Resolve(member)["properties"].Keys()))
            .Any(PageNames.Contains);
    }

    /// <summary>The body's schema, or a schema of the query parameters.</summary>
    private static JObject RequestSchema(LintModel document, OperationNode operation, string? place)
    {
        if (place == "body")
        {
            return operation.BodySchema is { } body ? document.Resolve(body) : [];
        }

        var properties = new JObject();
        foreach (var parameter in operation.Parameters)
        {
            properties[parameter.Node.Text("name") ?? string.Empty] = parameter.Node["schema"]?.DeepClone();
        }

        return new JObject(new JProperty("properties", properties));
    }

    private static JObject? Follow(LintModel document, JObject schema, string path) => path.Split('.')
        .Aggregate<string, JObject?>(document.Resolve(schema), (node, name) => node.Object("properties").Object(name) is { } member ? document.Resolve(member) : null);
}
