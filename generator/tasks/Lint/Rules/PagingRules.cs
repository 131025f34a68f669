using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>
/// How the pages of a list are asked for. The templates write what x-paging says, and take whatever style they do not know
/// for pages, so it has to be right here.
/// </summary>
internal static class PagingRules
{
    private static readonly string[] Settings = ["page", "limit", "scroll"];

    private static readonly HashSet<string> PageNames = ["page", "pageNo", "pagination", "scrollId"];

    private static readonly string[] OfPages = ["style", "in", "page", "limit", "items", "itemType"];
    private static readonly string[] OfScrolls = ["style", "in", "scroll", "limit", "items", "next", "itemType"];

    public static IEnumerable<Finding> Said(DocumentModel document) =>
        from operation in document.Operations
        where TakesPage(document, operation) && !operation.Node.Has("x-paging")
        select operation.Finding("It takes a page, but does not say how to go on. Add x-paging (see openapi/README.md); if its answer cannot be enumerated, add it to the exceptions.");

    public static IEnumerable<Finding> Needed(DocumentModel document) =>
        from operation in document.Operations
        where operation.Node.Has("x-paging") && !TakesPage(document, operation)
        select operation.Finding("It takes no page. Delete x-paging.", "x-paging");

    public static IEnumerable<Finding> Form(DocumentModel document) =>
        from operation in document.Operations
        where operation.Node.Has("x-paging")
        from fault in Faults(operation.Node["x-paging"]!)
        select new Finding(operation.Name, fault.Token, $"{fault.Text} Style page has in, page, limit, items, total (if there is one) and itemType; style scroll has in, scroll, limit, items, next and itemType.", operation.Method);

    public static IEnumerable<Finding> Sent(DocumentModel document) =>
        from operation in Paged(document)
        from key in Settings
        let path = operation.Paging.Text(key)
        where path is not null && Follow(document, SentSchema(document, operation.Operation, operation.Paging.Text("in")), path).Text("type") != (key == "scroll" ? "string" : "integer")
        select operation.Operation.Finding($"'{path}' ({key}) is no member of the request, or of another type than {(key == "scroll" ? "string" : "integer")}. Correct the path of members.", "x-paging");

    public static IEnumerable<Finding> Received(DocumentModel document) =>
        from operation in Paged(document)
        from part in new[] { (Key: "items", Type: "array"), (Key: "total", Type: "integer"), (Key: "next", Type: "string") }
        let path = operation.Paging.Text(part.Key)
        where path is not null && Follow(document, operation.Operation.Answer ?? [], path).Text("type") != part.Type
        select operation.Operation.Finding($"'{path}' ({part.Key}) is no {part.Type} of the answer. Correct the path of members, from the answer's root.", "x-paging");

    public static IEnumerable<Finding> ItemTypes(DocumentModel document) =>
        from operation in Paged(document)
        let said = operation.Paging.Text("itemType")
        let list = Follow(document, operation.Operation.Answer ?? [], operation.Paging.Text("items") ?? string.Empty)
        where said is not null && list.Object("items") is { } items && said != TypeRules.PagingItemOf(items)
        select operation.Operation.Finding($"The itemType is '{said}', but the list is of '{TypeRules.PagingItemOf(list.Object("items")!)}'. Name the items' schema, string, int, long, or any for free-form items.", "x-paging");

    public static IEnumerable<Finding> Totals(DocumentModel document) =>
        from operation in Paged(document)
        where !operation.Paging.Has("total") && !operation.Paging.Has("next") && Follow(document, operation.Operation.Answer ?? [], "data.totalCount").Text("type") == "integer"
        select operation.Operation.Finding("The answer has data.totalCount. Add total to x-paging: without it the last page costs one more request.", "x-paging");

    private static IEnumerable<(OperationPlace Operation, JObject Paging)> Paged(DocumentModel document) =>
        from operation in document.Operations
        let paging = operation.Node.Object("x-paging")
        where paging is not null
        select (operation, paging);

    private static IEnumerable<(JToken Token, string Text)> Faults(JToken paging)
    {
        if (paging is not JObject)
        {
            yield return (paging, "x-paging is no object.");
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
            yield return (paging.At(key), $"'{key}' is missing, or no text.");
        }

        foreach (var key in paging.Keys().Except(wanted).Where(key => !(key == "total" && style == "page" && paging.Text(key) is not null)))
        {
            yield return (paging.At(key), $"'{key}' means nothing with the style {style}.");
        }

        if (paging.Text("in") is { } place and not ("query" or "body"))
        {
            yield return (paging.At("in"), $"'{place}' is neither query nor body.");
        }
    }

    private static bool TakesPage(DocumentModel document, OperationPlace operation)
    {
        var body = SentSchema(document, operation, "body");
        return operation.Parameters.Select(parameter => parameter.Name)
            .Concat(body["properties"].Keys())
            .Concat(body.Members("properties").Select(member => member.Value).OfType<JObject>().SelectMany(member => document.Meaning(member)["properties"].Keys()))
            .Any(PageNames.Contains);
    }

    /// <summary>The body's schema, or the query's parameters as if they were one.</summary>
    private static JObject SentSchema(DocumentModel document, OperationPlace operation, string? place)
    {
        if (place == "body")
        {
            return operation.BodySchema is { } body ? document.Meaning(body) : [];
        }

        var properties = new JObject();
        foreach (var parameter in operation.Parameters)
        {
            properties[parameter.Node.Text("name") ?? string.Empty] = parameter.Node["schema"]?.DeepClone();
        }

        return new JObject(new JProperty("properties", properties));
    }

    private static JObject? Follow(DocumentModel document, JObject schema, string path) => path.Split('.')
        .Aggregate<string, JObject?>(document.Meaning(schema), (node, name) => node.Object("properties").Object(name) is { } member ? document.Meaning(member) : null);
}
