using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

public sealed class PagingTests
{
    // They take a page, but what they answer with cannot be enumerated.
    private static readonly Dictionary<string, string> NoPages = new()
    {
        ["Authentication_listWebAuthnCredentials"] = "the answer is not described",
        ["Authentication_listWebAuthnPersonCredentials"] = "the answer is not described",
        ["Management_listOperate"] = "the answer is one operation, by the sources",
        ["Management_listNamespaceRoles"] = "the answer is one role, by the sources",
        ["Management_listSyncJobLogs"] = "the answer is the ID of a job, by the sources",
        ["Management_queryLdapLog"] = "the list is free-form, by the sources",
        ["Management_queryLdapSubEntries"] = "the list is free-form, by the sources",
    };

    // Takes its page as text, by the sources; in a body that is another value than a number.
    private const string PageAsText = "Management_listTenantAdmin";

    private static readonly string[] Settings = ["page", "limit", "scroll"];

    private static readonly HashSet<string> PageNames = ["page", "pageNo", "pagination", "scrollId"];

    private static IEnumerable<(Operation Operation, JObject Paging)> Paged =>
        TheDocument.Operations.Where(operation => operation.Node["x-paging"] is not null).Select(operation => (operation, (JObject)operation.Node["x-paging"]!));

    [Fact]
    public void What_takes_a_page_says_how_to_go_on() => Report.None(
        TheDocument.Operations.Where(operation => TakesPage(operation) && operation.Node["x-paging"] is null && !NoPages.ContainsKey(operation.Id)).Select(operation => operation.Id),
        "Add x-paging (see openapi/README.md), or the reason to the list in this test.");

    [Fact]
    public void What_says_how_to_go_on_takes_a_page_and_no_reason_is_idle()
    {
        Report.None(Paged.Where(paged => !TakesPage(paged.Operation)).Select(paged => paged.Operation.Id), "Delete x-paging there.");
        Report.None(
            NoPages.Keys.Where(id => TheDocument.Operations.SingleOrDefault(operation => operation.Id == id) is not { } operation || operation.Node["x-paging"] is not null || !TakesPage(operation)),
            "Delete these from the list in this test.");
    }

    [Fact]
    public void Every_paging_is_of_one_of_two_styles() => Report.None(
        Paged.Where(paged => Keys(paged.Paging) is not ("style,in,page,limit,items,total,itemType" or "style,in,page,limit,items,itemType" or "style,in,scroll,limit,items,next,itemType")
                || Text(paged.Paging, "style") != (paged.Paging["scroll"] is null ? "page" : "scroll") || Text(paged.Paging, "in") is not ("query" or "body"))
            .Select(paged => $"{paged.Operation.Id}: {paged.Paging.ToString(Newtonsoft.Json.Formatting.None)}"),
        "Style page has in, page, limit, items, total (if there is one), itemType; style scroll has in, scroll, limit, items, next, itemType.");

    [Fact]
    public void The_page_the_limit_and_the_scroll_are_sent() => Report.None(
        Paged.SelectMany(paged => Settings, (paged, key) => (paged.Operation, Key: key, Path: Text(paged.Paging, key), Sent: Sent(paged.Operation, Text(paged.Paging, "in"))))
            .Where(found => found.Path is not null && (string?)Follow(found.Sent, found.Path)?["type"] != (found.Key == "scroll" || found.Operation.Id == PageAsText ? "string" : "integer"))
            .Select(found => $"{found.Operation.Id} {found.Key}: {found.Path}"),
        "These are no members of the request, or of another type than integer (page, limit) and string (scroll).");

    [Fact]
    public void The_items_the_total_and_the_next_scroll_are_in_the_answer() => Report.None(
        Paged.SelectMany(paged => new[] { ("items", "array"), ("total", "integer"), ("next", "string") }, (paged, part) => (paged.Operation, Key: part.Item1, Type: part.Item2, Path: Text(paged.Paging, part.Item1)))
            .Where(found => found.Path is not null && (string?)Follow(found.Operation.Answer, found.Path)?["type"] != found.Type)
            .Select(found => $"{found.Operation.Id} {found.Key}: {found.Path} is no {found.Type}"),
        "Correct the path of members, from the answer's root.");

    [Fact]
    public void The_type_of_the_items_is_that_of_the_list() => Report.None(
        Paged.Select(paged => (paged.Operation, Said: Text(paged.Paging, "itemType"), Meant: ItemType(Follow(paged.Operation.Answer, Text(paged.Paging, "items")!)?["items"] as JObject)))
            .Where(found => found.Said != found.Meant)
            .Select(found => $"{found.Operation.Id}: {found.Said}, but the list is of {found.Meant}"),
        "itemType is the schema's name, string, int, long, or any for free-form items.");

    [Fact]
    public void A_list_with_a_total_says_so() => Report.None(
        Paged.Where(paged => paged.Paging["total"] is null && paged.Paging["next"] is null)
            .Where(paged => (string?)Follow(paged.Operation.Answer, "data.totalCount")?["type"] == "integer")
            .Select(paged => paged.Operation.Id),
        "Add total to x-paging: without it the last page costs one more request.");

    private static bool TakesPage(Operation operation)
    {
        var body = Sent(operation, "body");
        return Names(Sent(operation, "query")).Concat(Names(body)).Concat(TheDocument.Properties(body).SelectMany(member => Names(TheDocument.Meaning((JObject)member.Value)))).Any(PageNames.Contains);
    }

    /// <summary>The body's schema, or the query's parameters as if they were one.</summary>
    private static JObject Sent(Operation operation, string? place) => place == "body"
        ? operation.Body is { } body ? TheDocument.Meaning((JObject)body.Value["schema"]!) : []
        : new JObject(new JProperty("properties", new JObject(operation.Parameters.Select(parameter => new JProperty((string)parameter["name"]!, parameter["schema"])))));

    private static IEnumerable<string> Names(JObject schema) => TheDocument.Properties(schema).Select(property => property.Name);

    private static JObject? Follow(JObject schema, string path) => path.Split('.')
        .Aggregate<string, JObject?>(TheDocument.Meaning(schema), (node, name) => node?["properties"]?[name] is JObject member ? TheDocument.Meaning(member) : null);

    private static string? ItemType(JObject? items) => items is null ? null : TheDocument.NameIn(items) ?? ((string?)items["type"], (string?)items["format"]) switch
    {
        ("string", _) => "string",
        ("integer", "int64") => "long",
        ("integer", _) => "int",
        _ => "any",
    };

    private static string Keys(JObject node) => string.Join(',', node.Properties().Select(property => property.Name));

    private static string? Text(JObject node, string key) => (string?)node[key];
}
