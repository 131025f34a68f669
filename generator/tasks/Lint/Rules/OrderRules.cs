using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Rules for the order of schemas, paths, tags and parameters.</summary>
internal static class OrderRules
{
    public static IEnumerable<Finding> Sorted(LintModel document) =>
    [
        .. Unsorted(document.Schemas.Select(schema => (schema.Name, schema.Name, (JToken)schema.Schema.Parent!))),
        .. Unsorted(document.Root.List("tags").Select(tag => (tag.Text("name") ?? string.Empty, $"tag {tag.Text("name")}", tag))),
        .. Unsorted(ByPath(document).Select(path => ($"{path.First().Client} / {path.First().Tag} / {path.Key}", path.Key, (JToken)path.First().Node.Parent!.Parent!.Parent!))),
    ];

    public static IEnumerable<Finding> PathsOfOneTag(LintModel document) =>
        from path in ByPath(document)
        from operation in path.Skip(1)
        where (operation.Client, operation.Tag) != (path.First().Client, path.First().Tag)
        select operation.Finding($"A path is sorted by its first operation, {path.First().Name}, so this one is not listed under its own tag. Give both the same client and tag.", "tags");

    public static IEnumerable<Finding> PathParametersFirst(LintModel document) =>
        from operation in document.Operations
        from parameter in operation.Parameters.SkipWhile(IsInPath).Where(IsInPath)
        select parameter.Finding("It is a path parameter after a query parameter. Move the path parameters to the front.");

    private static bool IsInPath(Member parameter) => parameter.Node.Text("in") == "path";

    private static IEnumerable<IGrouping<string, OperationNode>> ByPath(LintModel document) => document.Operations.GroupBy(operation => operation.Path);

    private static IEnumerable<Finding> Unsorted(IEnumerable<(string Key, string Place, JToken Token)> items)
    {
        var all = items.ToList();
        return all.Zip(all.Skip(1), (before, item) => (Before: before, Item: item))
            .Where(pair => string.CompareOrdinal(pair.Before.Key, pair.Item.Key) > 0)
            .Select(pair => new Finding(pair.Item.Place, pair.Item.Token, $"It follows '{pair.Before.Key}', but '{pair.Item.Key}' sorts first. Move it; the order is ordinal, with upper case before lower case."));
    }
}
