using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>
/// The values of the project's enums. One enum serves many places, and has what any of them has: an enum is open, so a value
/// too many does no harm.
/// </summary>
internal sealed class EnumMerge(Project project, SchemaSet published, EnumRule rule, Removals removals, ImportReport report)
{
    private static readonly string[] Parallel = ["enum", "x-enumNames", "x-enumDescriptions", "x-enumRemedies"];

    private readonly SortedDictionary<string, List<(string Place, List<JToken> Values)>> _uses = new(StringComparer.Ordinal);

    /// <summary>Records which values a place has.</summary>
    public void Note(SchemaPair pair, bool isDeviation)
    {
        var (own, theirs) = (project.Schemas.Resolve(pair.Own).Schema, published.Resolve(pair.Published).Schema);
        if (own["items"] is JObject ownItems && theirs["items"] is JObject items)
        {
            Note(pair.Inside(ownItems, items), isDeviation);
            return;
        }

        var (known, values) = (EnumRule.Values(own).ToList(), EnumRule.Values(theirs).ToList());
        if (SchemaSet.NameIn(pair.Own) is not { } name || known.Count == 0 || values.Count == 0 || (!isDeviation && !Overlap(own, theirs)))
        {
            return;
        }

        if (!_uses.TryGetValue(name, out var uses))
        {
            _uses[name] = uses = [];
        }

        uses.Add((pair.Place, isDeviation ? known : values));
    }

    /// <summary>Whether two sets have something in common. If not, the place has another enum now.</summary>
    public static bool Overlap(JObject own, JObject theirs) => Texts(EnumRule.Values(own)).Overlaps(Texts(EnumRule.Values(theirs)));

    public void Apply()
    {
        foreach (var (name, uses) in _uses)
        {
            var known = Texts(EnumRule.Values(project.Schemas[name]!));
            var all = uses.SelectMany(use => use.Values).DistinctBy(EnumRule.Text).ToList();
            foreach (var value in all.Where(value => !known.Contains(EnumRule.Text(value))))
            {
                rule.Add(name, project.Schemas[name]!["type"].Text() == "integer" ? value : EnumRule.Text(value));
                var places = uses.Where(use => Texts(use.Values).Contains(EnumRule.Text(value))).Select(use => use.Place).ToList();
                report.Changed(name, $"value {EnumRule.Text(value)} added, for {string.Join(", ", places.Take(3))}{(places.Count > 3 ? $" and {places.Count - 3} more" : string.Empty)}{(places.Count < uses.Count ? $"; {uses.Count - places.Count} other places lack it" : string.Empty)}");
            }

            foreach (var value in known.Except(Texts(all)).Order(StringComparer.Ordinal))
            {
                removals.Add($"{name} {value}", "value", value, () => Remove(project.Schemas[name]!, value));
            }
        }
    }

    private static void Remove(JObject schema, string value)
    {
        var index = schema["enum"]!.Select(EnumRule.Text).ToList().IndexOf(value);
        foreach (var list in Parallel.Select(key => schema[key]).OfType<JArray>().Where(list => index < list.Count))
        {
            list.RemoveAt(index);
        }
    }

    private static HashSet<string> Texts(IEnumerable<JToken> values) => [.. values.Select(EnumRule.Text)];
}
