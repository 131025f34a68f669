using GenAuth.Build.Document;
using GenAuth.Build.Lint.Rules;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Output;

/// <summary>Sorts the document into the order that the rules GENAUTH102 and GENAUTH103 require.</summary>
internal static class DocumentOrder
{
    public static IReadOnlyList<string> Verbs => KeyRules.OfPath;

    public static void Apply(JObject root)
    {
        Sort(root, KeyRules.OfDocument);
        if (root["tags"] is JArray tags)
        {
            tags.Replace(new JArray(tags.OrderBy(tag => tag["name"].Text(), StringComparer.Ordinal)));
        }

        var paths = (JObject)root["paths"]!;
        Sort(paths, paths.Properties().OrderBy(SortKey, StringComparer.Ordinal));
        foreach (var path in paths.Properties())
        {
            Sort((JObject)path.Value, Verbs);
        }

        foreach (var operation in new ApiDocument(root).Operations)
        {
            Operation(operation.Value);
        }

        var schemas = (JObject)root["components"]!["schemas"]!;
        Sort(schemas, schemas.Properties().OrderBy(schema => schema.Name, StringComparer.Ordinal));
        foreach (var schema in schemas.PropertyValues().OfType<JObject>())
        {
            Schema(schema);
        }
    }

    private static string SortKey(JProperty path) =>
        path.Value.Members().Where(verb => verb.Value is JObject).OrderBy(verb => Rank(Verbs, verb.Name)).Select(verb => new Operation(path, verb)).Select(operation => $"{operation.Owner()} / {operation.Tag} / {path.Name}").FirstOrDefault() ?? path.Name;

    private static void Operation(JObject operation)
    {
        Sort(operation, KeyRules.OfOperation);
        foreach (var parameter in operation["parameters"].Objects())
        {
            Sort(parameter, KeyRules.OfParameter);
        }

        foreach (var schema in operation.Descendants().OfType<JProperty>().Where(property => property.Name == "schema").Select(property => property.Value).OfType<JObject>().ToList())
        {
            Schema(schema);
        }
    }

    private static void Schema(JObject schema)
    {
        Sort(schema, KeyRules.OfSchema);
        foreach (var inner in SchemaSet.Within(schema))
        {
            Schema(inner);
        }
    }

    private static void Sort(JObject node, IReadOnlyList<string> order) => Sort(node, node.Properties().OrderBy(property => Rank(order, property.Name)));

    private static void Sort(JObject node, IOrderedEnumerable<JProperty> sorted)
    {
        var properties = sorted.ToList();
        if (!properties.SequenceEqual(node.Properties()))
        {
            node.ReplaceAll(properties);
        }
    }

    // Unknown keys follow in their original order.
    private static int Rank(IReadOnlyList<string> order, string name) => order.TakeWhile(other => other != name).Count();
}
