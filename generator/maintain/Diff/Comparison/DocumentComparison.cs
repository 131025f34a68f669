using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>Finds everything in which two documents differ.</summary>
internal static class DocumentComparison
{
    public static IReadOnlyList<Change> Compare(ApiSurface old, ApiSurface current, IReadOnlyDictionary<string, string> renamedTypes)
    {
        var findings = new Findings();
        foreach (var (before, after) in renamedTypes)
        {
            findings.Changed("type-renamed", after, before, $"is called {after}", Impact.Breaking);
        }

        CompareOperations(old, current, findings);
        new TypeComparison(old, current, findings).Compare();
        CompareRest(old.Document, current.Document, findings);
        return findings.Sorted;
    }

    private static void CompareOperations(ApiSurface old, ApiSurface current, Findings findings)
    {
        // Operations that swapped nothing but the place keep their method.
        var pairs = new Pairs<OperationSurface>(old.Operations.Values, current.Operations.Values, operation => operation.Wire, operation => operation.Name);
        foreach (var gone in pairs.Old)
        {
            findings.Removed("operation-removed", gone.Wire, gone.Signature, "is gone", Impact.Breaking);
        }

        foreach (var added in pairs.New)
        {
            findings.Added("operation-added", added.Wire, added.Signature, "is new", new Impact(Implementers: !added.IsWrapped));
        }

        foreach (var (before, after) in pairs.Both)
        {
            new OperationComparison(before, after, findings).Compare();
        }
    }

    private static void CompareRest(JObject old, JObject current, Findings findings)
    {
        foreach (var key in Keys(old, current).Except(["paths", "components"]))
        {
            if (Meaning.Whole(old[key]) != Meaning.Whole(current[key]))
            {
                findings.Changed("document-changed", key, key, "of the document has changed", Impact.Documentation);
            }
        }

        foreach (var key in Keys(old["components"] as JObject, current["components"] as JObject).Except(["schemas"]))
        {
            if (Meaning.Whole(old["components"]?[key]) != Meaning.Whole(current["components"]?[key]))
            {
                findings.Changed("document-changed", $"components.{key}", $"components.{key}", "of the document has changed", Impact.None);
            }
        }
    }

    private static IEnumerable<string> Keys(JObject? old, JObject? current) =>
        new[] { old, current }.SelectMany(side => side?.Properties() ?? []).Select(property => property.Name).Distinct();
}
