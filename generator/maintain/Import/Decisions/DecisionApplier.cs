using System.Text.RegularExpressions;
using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Merge;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Decisions;

/// <summary>Writes decisions into the document. The names come last, because the places of the other decisions contain them.</summary>
internal sealed partial class DecisionApplier(Project project, DecisionFile decisions, Removals removals, ImportReport report)
{
    private static readonly Question[] Last = [Question.Rename, Question.Tag, Question.Name];

    private readonly PlaceAliases _aliases = new(decisions);
    private readonly NameDecisions _names = new(project, new(decisions));

    public void Apply()
    {
        var places = new DocumentPlaces(project);
        foreach (var decision in decisions.All.Where(decision => !Last.Contains(decision.Kind)))
        {
            Apply(decision, places);
        }

        foreach (var decision in decisions.All.Where(decision => Last.Contains(decision.Kind)).OrderBy(decision => Array.IndexOf(Last, decision.Kind)))
        {
            ApplyName(decision);
        }
    }

    private void Apply(Decision decision, DocumentPlaces places)
    {
        switch (decision.Kind)
        {
            case Question.Text:
                Write(decision, Find(places.Texts, decision));
                break;
            case Question.Retry:
                SetOfOperation("x-retry", decision, places, () => decision.OneOf("read", "idempotent", "never"));
                break;
            case Question.Security:
                SetOfOperation("security", decision, places, () => decision.Value as JArray ?? throw decision.Refuse("is not a list of security requirements"));
                break;
            case Question.Paging:
                SetOfOperation("x-paging", decision, places, () => decision.Value is JObject paging ? paging : NoneOf(decision));
                break;
            case Question.Sensitive:
                Set(Find(places.Values, decision), "x-sensitive", decision, () => decision.OneOf("secret", "personal", "none") is var mark && mark == "none" ? null : mark);
                break;
            case Question.Example:
                Set(Find(places.Values, decision), "example", decision, () => decision.Value.Text() == "none" ? null : decision.Value);
                break;
            case Question.Integer:
                SetNumber(decision, Find(places.Values, decision));
                break;
            case Question.Differs or Question.Untyped when !decision.AcceptsProposal:
                throw decision.Refuse("cannot be applied: describe the type in the document, or add a row to DEVIATIONS.md");
        }

        if (decision.Kind != Question.Gone)
        {
            report.Decided(decision.Kind, decision.Place);
        }
    }

    private void ApplyName(Decision decision)
    {
        var change = decision.Kind switch
        {
            Question.Rename => decision.Value.Text() is "keep" or "delete" ? null : _names.MoveWords(decision),
            Question.Tag => decision.AcceptsProposal ? null : _names.RenameTag(decision),
            _ => decision.AcceptsProposal ? null : _names.Rename(decision),
        };
        if (change is not null)
        {
            report.Changed(decision.Place, change);
        }

        if (decision.Kind == Question.Rename && change is not null)
        {
            removals.Drop(decision.Place);
        }

        report.Decided(decision.Kind, decision.Place);
    }

    private T Find<T>(IReadOnlyDictionary<string, T> all, Decision decision)
        where T : class => _aliases.Of(decision.Place).Select(place => all.GetValueOrDefault(place)).FirstOrDefault(found => found is not null) ?? throw decision.RefusePlace();

    private void SetOfOperation(string key, Decision decision, DocumentPlaces places, Func<JToken?> value) => Set(Find(places.Operations, decision).Value, key, decision, value);

    private void Set(JObject node, string key, Decision decision, Func<JToken?> value)
    {
        if (decision.AcceptsProposal)
        {
            return;
        }

        var before = node[key].ToJson();
        node.Put(key, value());
        Report(decision, $"{key} {before} -> {node[key].ToJson()}", before != node[key].ToJson());
    }

    private void Write(Decision decision, JToken text)
    {
        var before = text.Text()!;
        var after = decision.AcceptsProposal ? Unmarked(before) : decision.Text;
        if (after.StartsWith(PlaceholderText.Mark, StringComparison.Ordinal))
        {
            throw decision.Refuse("is still a draft");
        }

        text.Replace(new JValue(after));
        Report(decision, "text written", after != before);
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
        Report(decision, $"type {before} -> {decision.Text}", before != decision.Text);
    }

    private void Report(Decision decision, string change, bool isChange)
    {
        if (isChange)
        {
            report.Changed(decision.Place, change);
        }
    }

    private static JToken? NoneOf(Decision decision)
    {
        decision.OneOf("none");
        return null;
    }

    private static string Unmarked(string text) => Mark().Replace(text, string.Empty);

    [GeneratedRegex("^(TODO: )+")]
    private static partial Regex Mark();
}
