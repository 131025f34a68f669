using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>Where a schema, a path or a tag stands, so that it can be found.</summary>
internal static class OrderRules
{
    public static IEnumerable<Finding> Sorted(DocumentModel document) =>
    [
        .. Unsorted(document.Schemas.Select(schema => (schema.Name, schema.Name, (JToken)schema.Schema.Parent!))),
        .. Unsorted(document.Root.List("tags").Select(tag => (tag.Text("name") ?? string.Empty, $"tag {tag.Text("name")}", tag))),
        .. Unsorted(ByPath(document).Select(path => ($"{path.First().Client} / {path.First().Tag} / {path.Key}", path.Key, (JToken)path.First().Node.Parent!.Parent!.Parent!))),
    ];

    public static IEnumerable<Finding> PathsOfOneTag(DocumentModel document) =>
        from path in ByPath(document)
        from operation in path.Skip(1)
        where (operation.Client, operation.Tag) != (path.First().Client, path.First().Tag)
        select operation.Finding($"A path stands with its first operation, {path.First().Name}, so this one cannot be found under its own tag. Give both the same client and tag.", "tags");

    public static IEnumerable<Finding> PathParametersFirst(DocumentModel document) =>
        from operation in document.Operations
        from parameter in operation.Parameters.SkipWhile(IsInPath).Where(IsInPath)
        select parameter.Finding("It is part of the path, but stands behind a parameter of the query. Put the parameters of the path first.");

    private static bool IsInPath(Member parameter) => parameter.Node.Text("in") == "path";

    private static IEnumerable<IGrouping<string, OperationPlace>> ByPath(DocumentModel document) => document.Operations.GroupBy(operation => operation.Path);

    private static IEnumerable<Finding> Unsorted(IEnumerable<(string Key, string Place, JToken Token)> items)
    {
        var all = items.ToList();
        return all.Zip(all.Skip(1), (before, item) => (Before: before, Item: item))
            .Where(pair => string.CompareOrdinal(pair.Before.Key, pair.Item.Key) > 0)
            .Select(pair => new Finding(pair.Item.Place, pair.Item.Token, $"It stands behind '{pair.Before.Key}', but '{pair.Item.Key}' comes first. Move it; capitals come before small letters."));
    }
}
