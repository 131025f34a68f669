using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Which named schemas the operations of a document use.</summary>
internal static class ReachableSchemas
{
    public static HashSet<string> Find(JObject root)
    {
        var found = new HashSet<string>();
        var open = new Stack<JToken>([root["paths"] ?? new JObject()]);
        while (open.TryPop(out var node))
        {
            foreach (var name in ((JContainer)node).DescendantsAndSelf().OfType<JObject>().Select(SchemaSet.NameIn).OfType<string>())
            {
                if (root["components"]?["schemas"]?[name] is JObject target && found.Add(name))
                {
                    open.Push(target);
                }
            }
        }

        return found;
    }
}
