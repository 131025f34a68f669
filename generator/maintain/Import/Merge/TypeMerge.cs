using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Conventions;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Updates the type, the flags and the limits of a value; names, texts and marks are kept.</summary>
internal sealed partial class TypeMerge(Project project, SchemaSet publishedSchemas, Deviations deviations, EnumMerge enums, TypeFactory typeFactory, Queue<Action> additions, ImportReport report)
{
    private static readonly string[] TypeKeys = ["$ref", "allOf", "type", "format", "items", "additionalProperties"];

    private static readonly bool[] RequiredOrNot = [false, true];

    private readonly FactText _projectFacts = new(project.Schemas);
    private readonly FactText _publishedFacts = new(publishedSchemas);

    /// <summary>Merges the members of two objects. The importer sets it, because members and types refer to each other: a member may have an inline type.</summary>
    public Action<string, JObject, JObject> MergeMembers { get; set; } = (_, _, _) => { };

    public void Merge(SchemaPair pair)
    {
        var (current, published) = (_projectFacts.Describe(pair.Current, pair.CurrentRequired), _publishedFacts.Describe(pair.Published, pair.PublishedRequired));
        var isSame = FactText.AreEquivalent(published, current);
        var isCovered = !isSame && deviations.Covers(pair.Place, published, current);
        var isTypeCovered = !isSame && IsTypeCovered(pair);
        enums.Record(pair, isCovered || isTypeCovered);
        if (isSame || (isCovered && !isTypeCovered))
        {
            return;
        }

        if (pair.CurrentRequired != pair.PublishedRequired)
        {
            pair.SetRequired(pair.PublishedRequired);
            report.AddChange(pair.Place, pair.PublishedRequired ? "is required now" : "is no longer required");
            ReportTexts(pair, text => pair.PublishedRequired && MentionsOptional().IsMatch(text), "is required now, and the text says that it can be omitted");
        }

        if (!isTypeCovered)
        {
            MergeKind(pair);
        }
    }

    /// <summary>Whether a row covers the difference of the types, whether or not the value is required.</summary>
    private bool IsTypeCovered(SchemaPair pair) =>
        !FactText.AreEquivalent(_publishedFacts.Describe(pair.Published), _projectFacts.Describe(pair.Current))
        && RequiredOrNot.Any(required => deviations.Covers(pair.Place, _publishedFacts.Describe(pair.Published, required), _projectFacts.Describe(pair.Current, required)));

    private void MergeKind(SchemaPair pair)
    {
        var (current, published) = (_projectFacts.DescribeType(pair.Current), _publishedFacts.DescribeType(pair.Published));
        var ((currentName, currentTarget), (name, target)) = (project.Schemas.Resolve(pair.Current), publishedSchemas.Resolve(pair.Published));
        if (FactText.AreEquivalent(published, current))
        {
            MergeRest(pair);
        }
        else if (Inner(currentTarget, "items") is { } currentItems && Inner(target, "items") is { } items)
        {
            MergeKind(pair.Inside(currentItems, items));
            MergeRest(pair);
        }
        else if (currentName is null && name is null && Inner(currentTarget, "additionalProperties") is { } currentValues && Inner(target, "additionalProperties") is { } values)
        {
            MergeKind(pair.Inside(currentValues, values));
            MergeRest(pair);
        }
        else if (currentTarget["enum"] is not null && target["enum"] is not null && EnumMerge.Overlap(currentTarget, target))
        {
            MergeRest(pair);
        }
        else if (name is null && target["properties"] is JObject { Count: > 0 } && currentTarget["properties"] is not null && (currentName is null || publishedSchemas[project.Schemas.SourceName(currentName)] is null))
        {
            MergeMembers(currentName is null ? pair.Place : project.Schemas.SourceName(currentName), currentTarget, target);
        }
        else if (IsLessPrecise(current, currentTarget, published, target))
        {
            ReportDifference(pair, published, current);
        }
        else
        {
            additions.Enqueue(() => Replace(pair, published, current));
        }
    }

    private static JObject? Inner(JObject schema, string key) => schema["properties"] is null ? schema[key] as JObject : null;

    /// <summary>Whether the document is more precise than the service, or cannot express the published type.</summary>
    private static bool IsLessPrecise(string current, JObject currentTarget, string published, JObject target) =>
        FactText.Normalize(published) == FactText.Any
        || (FactText.Normalize(current) == FactText.Any && FactText.Alternatives.Any(key => target[key] is JArray { Count: > 1 }))
        || (currentTarget["enum"] is not null && !EnumRule.Values(target).Any() && (currentTarget["type"].Text(), target["type"].Text()) is ("string", "string") or ("integer", "integer" or "number"));

    private void ReportDifference(SchemaPair pair, string published, string current) => report.AddQuestion(
        QuestionKind.Differs, pair.Place, $"the service says {published}, the document {current}", $"stays; add | `{pair.Place}` | `{published}*` | `{current}*` | to DEVIATIONS.md if it is intended");

    private void Replace(SchemaPair pair, string published, string before)
    {
        var type = TypeFactory.WrapReference(typeFactory.CreateType(pair.Published, pair.Place, pair.Owner, pair.Member));
        var rest = new JObject(pair.Current.Properties().Where(property => !TypeKeys.Contains(property.Name)));
        foreach (var part in type.Properties())
        {
            rest[part.Name] = part.Value;
        }

        TypeFactory.WrapReference(rest);
        if (TypeKeys.All(key => JToken.DeepEquals(rest[key], pair.Current[key])))
        {
            // The document cannot express the published type.
            ReportDifference(pair, published, before);
            MergeRest(pair);
            return;
        }

        pair.Current.ReplaceAll(rest.Properties());
        var after = _projectFacts.DescribeType(pair.Current);
        report.AddChange(pair.Place, $"type {before} -> {after}");
        if ((pair.Sample ?? pair.Whole["example"]) is { } sample && !project.Schemas.IsValidSample(sample, pair.Whole))
        {
            report.AddQuestion(QuestionKind.Example, pair.Place, $"the sample is not valid for the new type {after}", sample.ToJson());
        }

        ReportTexts(pair, _ => !(IsNumber().IsMatch(before) && IsNumber().IsMatch(after)), $"the type has changed from {before} to {after}: is the text still right?");
        MergeRest(pair);
    }

    private void MergeRest(SchemaPair pair)
    {
        foreach (var flag in FactText.Flags.Where(flag => pair.Current[flag].IsTrue() != pair.Published[flag].IsTrue()))
        {
            var isSet = pair.Published[flag].IsTrue();
            pair.Current.Put(flag, isSet ? true : null);
            TypeFactory.WrapReference(pair.Current);
            report.AddChange(pair.Place, isSet ? $"is {flag} now" : $"is no longer {flag}");
        }

        foreach (var limit in FactText.Limits)
        {
            MergeLimit(pair, limit);
        }
    }

    private void MergeLimit(SchemaPair pair, string limit)
    {
        var (current, published) = (FactText.GetLimit(pair.Current, limit), FactText.GetLimit(pair.Published, limit));
        if (IsSameValue(current, published))
        {
            return;
        }

        if (published is not null && !typeFactory.Accepts(pair.Current, limit, published))
        {
            typeFactory.ReportLimit(pair.Current, limit, published, pair.Place);
            return;
        }

        pair.Current.Put(limit, published);
        TypeFactory.WrapReference(pair.Current);
        report.AddChange(pair.Place, $"{limit} {current.ToJson()} -> {published.ToJson()}");
        if (current is not null)
        {
            ReportTexts(pair, text => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(EnumRule.WireText(current))}(?!\w)", RegexOptions.CultureInvariant), $"{limit} was {current.ToJson()}, which the text mentions");
        }
    }

    private void ReportTexts(SchemaPair pair, Func<string, bool> isOutdated, string reason)
    {
        foreach (var (place, token) in pair.Texts)
        {
            if (token.Text() is { } text && !text.StartsWith(PlaceholderText.Prefix, StringComparison.Ordinal) && isOutdated(text))
            {
                report.AddQuestion(QuestionKind.Text, place, reason, text);
            }
        }
    }

    private static bool IsSameValue(JToken? current, JToken? published) =>
        current.ToJson() == published.ToJson() || (current?.Type is JTokenType.Integer or JTokenType.Float && published?.Type is JTokenType.Integer or JTokenType.Float && (double)current == (double)published);

    [GeneratedRegex("^(integer|number)")]
    private static partial Regex IsNumber();

    [GeneratedRegex(@"\b(optional|omitted|omit|left out|leaving it out|leave it out|by default)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MentionsOptional();
}
