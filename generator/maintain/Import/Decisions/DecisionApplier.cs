using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Conventions;
using GenAuth.Maintain.Import.Merge;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Decisions;

/// <summary>Writes decisions into the document. Names come last, because the places of the other decisions contain them.</summary>
internal sealed partial class DecisionApplier(Project project, DecisionFile decisions, Removals removals, ImportReport report)
{
    private static readonly QuestionKind[] NameKinds = [QuestionKind.Rename, QuestionKind.Tag, QuestionKind.Name];

    private readonly PlaceAliases _aliases = new(decisions);
    private readonly NameDecisions _names = new(project, new(decisions));

    public void Apply()
    {
        var places = new DocumentPlaces(project);
        foreach (var decision in decisions.All.Where(decision => !NameKinds.Contains(decision.Kind)))
        {
            Apply(decision, places);
        }

        foreach (var decision in decisions.All.Where(decision => NameKinds.Contains(decision.Kind)).OrderBy(decision => Array.IndexOf(NameKinds, decision.Kind)))
        {
            ApplyName(decision);
        }
    }

    private void Apply(Decision decision, DocumentPlaces places)
    {
        switch (decision.Kind)
        {
            case QuestionKind.Text:
                WriteText(decision, Find(places.Texts, decision));
                break;
            case QuestionKind.Retry:
                SetOfOperation("x-retry", decision, places, () => decision.OneOf("read", "idempotent", "never"));
                break;
            case QuestionKind.Security:
                SetOfOperation("security", decision, places, () => decision.Value as JArray ?? throw decision.CreateError("is not a list of security requirements"));
                break;
            case QuestionKind.Paging:
                SetOfOperation("x-paging", decision, places, () => decision.Value is JObject paging ? paging : RequireNone(decision));
                break;
            case QuestionKind.Sensitive:
                Set(Find(places.Values, decision), "x-sensitive", decision, () => decision.OneOf("secret", "personal", "none") is var mark && mark == "none" ? null : mark);
                break;
            case QuestionKind.Example:
                Set(Find(places.Values, decision), "example", decision, () => decision.Value.Text() == "none" ? null : decision.Value);
                break;
            case QuestionKind.Integer:
                SetNumber(decision, Find(places.Values, decision));
                break;
            case QuestionKind.Differs or QuestionKind.Untyped when !decision.AcceptsProposal:
                throw decision.CreateError("cannot be applied; describe the type in the document, or add a row to DEVIATIONS.md");
        }

        if (decision.Kind != QuestionKind.Removed)
        {
            report.RemoveQuestion(decision.Kind, decision.Place);
        }
    }

    private void ApplyName(Decision decision)
    {
        var change = decision.Kind switch
        {
            QuestionKind.Rename => decision.Value.Text() is "keep" or "delete" ? null : _names.MoveTexts(decision),
            QuestionKind.Tag => decision.AcceptsProposal ? null : _names.RenameTag(decision),
            _ => decision.AcceptsProposal ? null : _names.Rename(decision),
        };
        if (change is not null)
        {
            report.AddChange(decision.Place, change);
        }

        if (decision.Kind == QuestionKind.Rename && change is not null)
        {
            removals.Cancel(decision.Place);
        }

        report.RemoveQuestion(decision.Kind, decision.Place);
    }

    private T Find<T>(IReadOnlyDictionary<string, T> all, Decision decision)
        where T : class => _aliases.Get(decision.Place).Select(place => all.GetValueOrDefault(place)).FirstOrDefault(found => found is not null) ?? throw decision.CreateUnknownPlaceError();

    private void SetOfOperation(string key, Decision decision, DocumentPlaces places, Func<JToken?> value) => Set(Find(places.Operations, decision).Value, key, decision, value);

    private void Set(JObject node, string key, Decision decision, Func<JToken?> value)
    {
        if (decision.AcceptsProposal)
        {
            return;
        }

        var before = node[key].ToJson();
        node.Put(key, value());
        ReportChange(decision, $"{key} {before} -> {node[key].ToJson()}", before != node[key].ToJson());
    }

    private void WriteText(Decision decision, JToken text)
    {
        var before = text.Text()!;
        var after = decision.AcceptsProposal ? RemovePrefix(before) : decision.Text;
        if (after.StartsWith(PlaceholderText.Prefix, StringComparison.Ordinal))
        {
            throw decision.CreateError("is still a draft");
        }

        text.Replace(new JValue(after));
        ReportChange(decision, "text written", after != before);
    }

    private void SetNumber(Decision decision, JObject node)
    {
        if (decision.AcceptsProposal)
        {
            return;
        }

        var parts = decision.OneOf("integer/int32", "integer/int64", "number/double").Split('/');
        var schema = node["schema"] as JObject ?? node;
        while (schema["items"] is JObject items)
        {
            schema = items;
        }

        var before = $"{schema["type"].Text()}/{schema["format"].Text()}";
        (schema["type"], schema["format"]) = (parts[0], parts[1]);
        ReportChange(decision, $"type {before} -> {decision.Text}", before != decision.Text);
    }

    private void ReportChange(Decision decision, string change, bool isChange)
    {
        if (isChange)
        {
            report.AddChange(decision.Place, change);
        }
    }

    private static JToken? RequireNone(Decision decision)
    {
        decision.OneOf("none");
        return null;
    }

    private static string RemovePrefix(string text) => DraftPrefix().Replace(text, string.Empty);

    [GeneratedRegex("^(TODO: )+")]
    private static partial Regex DraftPrefix();
}
