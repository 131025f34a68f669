using GenAuth.Maintain.Diff.Surface;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Finds all differences between two documents.</summary>
internal static class DocumentComparison
{
    public static IReadOnlyList<Change> Compare(ApiSurface old, ApiSurface current, IReadOnlyDictionary<string, string> renamedTypes)
    {
        var changes = new ChangeCollector();
        foreach (var (before, after) in renamedTypes)
        {
            changes.Changed("type-renamed", after, before, $"was renamed to {after}", Impact.Breaking);
        }

        CompareOperations(old, current, changes);
        new TypeComparison(old, current, changes).Compare();
        CompareRest(old.Document, current.Document, changes);
        return changes.Sorted;
    }

    private static void CompareOperations(ApiSurface old, ApiSurface current, ChangeCollector changes)
    {
        // An operation whose verb or path has changed is matched by its C# name.
        var pairs = new MatchedPairs<OperationSurface>(old.Operations.Values, current.Operations.Values, operation => operation.Wire, operation => operation.Name);
        foreach (var removed in pairs.Removed)
        {
            changes.Removed("operation-removed", removed.Wire, removed.Signature, "was removed", Impact.Breaking);
        }

        foreach (var added in pairs.Added)
        {
            changes.Added("operation-added", added.Wire, added.Signature, "is new", new Impact(Implementers: !added.IsWrapped));
        }

        foreach (var (before, after) in pairs.Matched)
        {
            new OperationComparison(before, after, changes).Compare();
        }
    }

    private static void CompareRest(JObject old, JObject current, ChangeCollector changes)
    {
        foreach (var key in Keys(old, current).Except(["paths", "components"]))
        {
            if (CanonicalJson.Write(old[key]) != CanonicalJson.Write(current[key]))
            {
                changes.Changed("document-changed", key, key, "of the document has changed", Impact.Documentation);
            }
        }

        foreach (var key in Keys(old["components"] as JObject, current["components"] as JObject).Except(["schemas"]))
        {
            if (CanonicalJson.Write(old["components"]?[key]) != CanonicalJson.Write(current["components"]?[key]))
            {
                changes.Changed("document-changed", $"components.{key}", $"components.{key}", "of the document has changed", Impact.None);
            }
        }
    }

    private static IEnumerable<string> Keys(JObject? old, JObject? current) =>
        new[] { old, current }.SelectMany(side => side?.Properties() ?? []).Select(property => property.Name).Distinct();
}
