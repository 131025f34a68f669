using System.Text.RegularExpressions;
using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Brings what the project says of a value's type up to what the service says, and leaves everything else.</summary>
internal sealed partial class TypeMerge(Project project, SchemaSet published, Deviations deviations, EnumMerge enums, NewType types, Queue<Action> later, ImportReport report)
{
    private static readonly string[] TypeKeys = ["$ref", "allOf", "type", "format", "items", "additionalProperties"];

    private static readonly bool[] Either = [false, true];

    private readonly FactText _own = new(project.Schemas);
    private readonly FactText _theirs = new(published);

    /// <summary>Compares the members of two objects; set by their owner, because a member may describe its type in place.</summary>
    public Action<string, JObject, JObject> MergeMembers { get; set; } = (_, _, _) => { };

    public void Merge(SchemaPair pair)
    {
        var (own, theirs) = (_own.Of(pair.Own, pair.OwnRequired), _theirs.Of(pair.Published, pair.PublishedRequired));
        var isSame = FactText.Same(theirs, own);
        var isExplained = !isSame && deviations.Explain(pair.Place, theirs, own);
        var isTypeExplained = !isSame && IsTypeExplained(pair);
        enums.Note(pair, isExplained || isTypeExplained);
        if (isSame || (isExplained && !isTypeExplained))
        {
            return;
        }

        if (pair.OwnRequired != pair.PublishedRequired)
        {
            pair.SetRequired(pair.PublishedRequired);
            report.Changed(pair.Place, pair.PublishedRequired ? "is required now" : "is no longer required");
            AskForTexts(pair, text => pair.PublishedRequired && SaysOptional().IsMatch(text), "is required now, and the text speaks of leaving it out");
        }

        if (!isTypeExplained)
        {
            MergeKind(pair);
        }
    }

    /// <summary>Whether a row explains the difference of types, apart from the question whether the value is required.</summary>
    private bool IsTypeExplained(SchemaPair pair) =>
        !FactText.Same(_theirs.Of(pair.Published), _own.Of(pair.Own))
        && Either.Any(required => deviations.Explain(pair.Place, _theirs.Of(pair.Published, required), _own.Of(pair.Own, required)));

    private void MergeKind(SchemaPair pair)
    {
        var (own, theirs) = (_own.Kind(pair.Own), _theirs.Kind(pair.Published));
        var ((ownName, ownTarget), (name, target)) = (project.Schemas.Resolve(pair.Own), published.Resolve(pair.Published));
        if (FactText.Same(theirs, own))
        {
            MergeRest(pair);
        }
        else if (Inner(ownTarget, "items") is { } ownItems && Inner(target, "items") is { } items)
        {
            MergeKind(pair.Inside(ownItems, items));
            MergeRest(pair);
        }
        else if (ownName is null && name is null && Inner(ownTarget, "additionalProperties") is { } ownValues && Inner(target, "additionalProperties") is { } values)
        {
            MergeKind(pair.Inside(ownValues, values));
            MergeRest(pair);
        }
        else if (ownTarget["enum"] is not null && target["enum"] is not null && EnumMerge.Overlap(ownTarget, target))
        {
            MergeRest(pair);
        }
        else if (name is null && target["properties"] is JObject { Count: > 0 } && ownTarget["properties"] is not null && (ownName is null || published[project.Schemas.SourceName(ownName)] is null))
        {
            MergeMembers(ownName is null ? pair.Place : project.Schemas.SourceName(ownName), ownTarget, target);
        }
        else if (SaysLess(own, ownTarget, theirs, target))
        {
            AskForDifference(pair, theirs, own);
        }
        else
        {
            later.Enqueue(() => Replace(pair, theirs, own));
        }
    }

    private static JObject? Inner(JObject schema, string key) => schema["properties"] is null ? schema[key] as JObject : null;

    /// <summary>Whether the document says more than the service, or says it in the one way it can.</summary>
    private static bool SaysLess(string own, JObject ownTarget, string theirs, JObject target) =>
        FactText.Loose(theirs) == FactText.Any
        || (FactText.Loose(own) == FactText.Any && FactText.Alternatives.Any(key => target[key] is JArray { Count: > 1 }))
        || (ownTarget["enum"] is not null && !EnumRule.Values(target).Any() && (ownTarget["type"].Text(), target["type"].Text()) is ("string", "string") or ("integer", "integer" or "number"));

    private void AskForDifference(SchemaPair pair, string theirs, string own) => report.Ask(
        Question.Differs, pair.Place, $"the service says {theirs}, the document {own}", $"stays; add | `{pair.Place}` | `{theirs}*` | `{own}*` | to DEVIATIONS.md if it is meant");

    private void Replace(SchemaPair pair, string theirs, string before)
    {
        var type = NewType.Finish(types.Kind(pair.Published, pair.Place, pair.Owner, pair.Member));
        var rest = new JObject(pair.Own.Properties().Where(property => !TypeKeys.Contains(property.Name)));
        foreach (var part in type.Properties())
        {
            rest[part.Name] = part.Value;
        }

        NewType.Finish(rest);
        if (TypeKeys.All(key => JToken.DeepEquals(rest[key], pair.Own[key])))
        {
            // The document has no other way to say it.
            AskForDifference(pair, theirs, before);
            MergeRest(pair);
            return;
        }

        pair.Own.ReplaceAll(rest.Properties());
        var after = _own.Kind(pair.Own);
        report.Changed(pair.Place, $"type {before} -> {after}");
        if ((pair.Sample ?? pair.Whole["example"]) is { } sample && !ValueCheck.IsValid(sample, pair.Whole, project.Schemas))
        {
            report.Ask(Question.Example, pair.Place, $"the sample is not a value of the new type {after}", sample.ToJson());
        }

        AskForTexts(pair, _ => !(IsNumber().IsMatch(before) && IsNumber().IsMatch(after)), $"the type has changed from {before} to {after}: is the text still right?");
        MergeRest(pair);
    }

    private void MergeRest(SchemaPair pair)
    {
        foreach (var flag in FactText.Flags.Where(flag => pair.Own[flag].IsTrue() != pair.Published[flag].IsTrue()))
        {
            var isSet = pair.Published[flag].IsTrue();
            pair.Own.Put(flag, isSet ? true : null);
            NewType.Finish(pair.Own);
            report.Changed(pair.Place, isSet ? $"is {flag} now" : $"is no longer {flag}");
        }

        foreach (var limit in FactText.Limits)
        {
            MergeLimit(pair, limit);
        }
    }

    private void MergeLimit(SchemaPair pair, string limit)
    {
        var (own, theirs) = (FactText.Limit(pair.Own, limit), FactText.Limit(pair.Published, limit));
        if (IsSameValue(own, theirs))
        {
            return;
        }

        if (theirs is not null && !types.CanHave(pair.Own, limit, theirs))
        {
            types.AskForLimit(pair.Own, limit, theirs, pair.Place);
            return;
        }

        pair.Own.Put(limit, theirs);
        NewType.Finish(pair.Own);
        report.Changed(pair.Place, $"{limit} {own.ToJson()} -> {theirs.ToJson()}");
        if (own is not null)
        {
            AskForTexts(pair, text => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(EnumRule.Text(own))}(?!\w)", RegexOptions.CultureInvariant), $"{limit} was {own.ToJson()}, which the text mentions");
        }
    }

    private void AskForTexts(SchemaPair pair, Func<string, bool> isFalse, string reason)
    {
        foreach (var (place, token) in pair.Texts)
        {
            if (token.Text() is { } text && !text.StartsWith(PlaceholderText.Mark, StringComparison.Ordinal) && isFalse(text))
            {
                report.Ask(Question.Text, place, reason, text);
            }
        }
    }

    private static bool IsSameValue(JToken? own, JToken? theirs) =>
        own.ToJson() == theirs.ToJson() || (own?.Type is JTokenType.Integer or JTokenType.Float && theirs?.Type is JTokenType.Integer or JTokenType.Float && (double)own == (double)theirs);

    [GeneratedRegex("^(integer|number)")]
    private static partial Regex IsNumber();

    [GeneratedRegex(@"\b(optional|omitted|omit|left out|leaving it out|leave it out|by default)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysOptional();
}
