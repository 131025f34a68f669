using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Brings what the project says of a value's type up to what the service says, and leaves everything else.</summary>
internal sealed class TypeMerge(Project project, SchemaSet published, Deviations deviations, EnumMerge enums, NewType types, Queue<Action> later, ImportReport report)
{
    private static readonly string[] OfKind = ["$ref", "allOf", "type", "format", "items", "additionalProperties"];

    private static readonly bool[] Either = [false, true];

    private readonly FactText _own = new(project.Schemas);
    private readonly FactText _theirs = new(published);

    /// <summary>Compares the members of two objects; set by who owns them, because a member may describe its type in place.</summary>
    public Action<string, JObject, JObject> MergeMembers { get; set; } = (_, _, _) => { };

    public void Merge(Spot spot)
    {
        var (own, theirs) = (_own.Of(spot.Own, spot.OwnRequired), _theirs.Of(spot.Published, spot.PublishedRequired));
        var isSame = FactText.Same(theirs, own);
        var isExplained = !isSame && deviations.Explain(spot.Place, theirs, own);
        var isTypeExplained = !isSame && IsTypeExplained(spot);
        enums.Note(spot, isExplained || isTypeExplained);
        if (isSame || (isExplained && !isTypeExplained))
        {
            return;
        }

        if (spot.OwnRequired != spot.PublishedRequired)
        {
            spot.SetRequired(spot.PublishedRequired);
            report.Changed(spot.Place, spot.PublishedRequired ? "is required now" : "is required no more");
        }

        if (!isTypeExplained)
        {
            MergeKind(spot);
        }
    }

    /// <summary>Whether it is required is a fact of its own, beside the difference of types that a row explains.</summary>
    private bool IsTypeExplained(Spot spot) =>
        !FactText.Same(_theirs.Of(spot.Published), _own.Of(spot.Own))
        && Either.Any(required => deviations.Explain(spot.Place, _theirs.Of(spot.Published, required), _own.Of(spot.Own, required)));

    private void MergeKind(Spot spot)
    {
        var (own, theirs) = (_own.Kind(spot.Own), _theirs.Kind(spot.Published));
        var ((ownName, ownSeen), (name, seen)) = (project.Schemas.See(spot.Own), published.See(spot.Published));
        if (FactText.Same(theirs, own))
        {
            MergeRest(spot);
        }
        else if (ownSeen["items"] is JObject ownItems && seen["items"] is JObject items)
        {
            MergeKind(spot.Inside(ownItems, items));
            MergeRest(spot);
        }
        else if (ownSeen["enum"] is not null && seen["enum"] is not null && EnumMerge.Overlap(ownSeen, seen))
        {
            MergeRest(spot);
        }
        else if (name is null && seen["properties"] is not null && ownSeen["properties"] is not null && (ownName is null || published[project.Schemas.SourceName(ownName)] is null))
        {
            MergeMembers(ownName ?? spot.Place, ownSeen, seen);
        }
        else if (SaysLess(own, ownSeen, theirs, seen))
        {
            report.Ask(Question.Differs, spot.Place, $"the service says {theirs}, the document {own}", $"stays; add | `{spot.Place}` | `{theirs}*` | `{own}*` | to DEVIATIONS.md if it is meant");
        }
        else
        {
            later.Enqueue(() => Replace(spot, own));
        }
    }

    /// <summary>Something that the document says better, or in the one way it can.</summary>
    private static bool SaysLess(string own, JObject ownSeen, string theirs, JObject seen) =>
        FactText.Loose(theirs) == FactText.Any
        || (FactText.Loose(own) == FactText.Any && FactText.Alternatives.Any(key => seen[key] is JArray { Count: > 1 }))
        || (ownSeen["enum"] is not null && seen["enum"] is null && (ownSeen["type"].Text(), seen["type"].Text()) is ("string", "string") or ("integer", "integer" or "number"));

    private void Replace(Spot spot, string before)
    {
        var type = types.Kind(spot.Published, spot.Place, spot.Owner, spot.Member);
        foreach (var key in OfKind)
        {
            spot.Own.Remove(key);
        }

        foreach (var part in type.Properties())
        {
            spot.Own[part.Name] = part.Value;
        }

        NewType.Finish(spot.Own);
        report.Changed(spot.Place, $"type {before} -> {_own.Kind(spot.Own)}");
        if ((spot.Sample ?? spot.Own["example"]) is { } sample && !Fit.Is(sample, spot.Own, project.Schemas))
        {
            report.Ask(Question.Example, spot.Place, "its type has changed: the sample does not fit, and the text may not", "write another sample, or delete it");
        }

        MergeRest(spot);
    }

    private void MergeRest(Spot spot)
    {
        foreach (var flag in FactText.Flags.Where(flag => spot.Own[flag].IsTrue() != spot.Published[flag].IsTrue()))
        {
            var isSet = spot.Published[flag].IsTrue();
            spot.Own.Put(flag, isSet ? true : null);
            NewType.Finish(spot.Own);
            report.Changed(spot.Place, isSet ? $"is {flag} now" : $"is {flag} no more");
        }

        foreach (var limit in FactText.Limits)
        {
            var (own, theirs) = (FactText.Limit(spot.Own, limit), FactText.Limit(spot.Published, limit));
            if (own?.ToString() == theirs?.ToString())
            {
                continue;
            }

            spot.Own.Remove(limit);
            if (theirs is not null)
            {
                types.SetLimit(spot.Own, limit, theirs, spot.Place);
                NewType.Finish(spot.Own);
            }

            report.Changed(spot.Place, $"{limit} {own ?? "none"} -> {spot.Own[limit] ?? "none"}");
        }
    }
}
