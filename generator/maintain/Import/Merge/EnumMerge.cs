using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>
/// The values of the project's enums. One enum serves many places, and has what any of them has: an enum is open, so a value
/// too many does no harm.
/// </summary>
internal sealed class EnumMerge(Project project, SchemaSet published, EnumRule rule, Gone gone, ImportReport report)
{
    private static readonly string[] Parallel = ["enum", "x-enumNames", "x-enumDescriptions", "x-enumRemedies"];

    private readonly SortedDictionary<string, List<(string Place, List<JToken> Values)>> _uses = new(StringComparer.Ordinal);

    /// <summary>Takes down which values a place has.</summary>
    public void Note(Spot spot, bool isDeviation)
    {
        var (own, theirs) = (project.Schemas.See(spot.Own).Schema, published.See(spot.Published).Schema);
        if (own["items"] is JObject ownItems && theirs["items"] is JObject items)
        {
            Note(spot.Inside(ownItems, items), isDeviation);
            return;
        }

        var (known, values) = (EnumRule.Values(own).ToList(), EnumRule.Values(theirs).ToList());
        if (SchemaSet.NameIn(spot.Own) is not { } name || known.Count == 0 || values.Count == 0 || (!isDeviation && !Overlap(own, theirs)))
        {
            return;
        }

        if (!_uses.TryGetValue(name, out var uses))
        {
            _uses[name] = uses = [];
        }

        uses.Add((spot.Place, isDeviation ? known : values));
    }

    /// <summary>Whether two sets have something in common. If not, the place has another enum now.</summary>
    public static bool Overlap(JObject own, JObject theirs) => Texts(EnumRule.Values(own)).Overlaps(Texts(EnumRule.Values(theirs)));

    public void Apply()
    {
        foreach (var (name, uses) in _uses)
        {
            var known = Texts(EnumRule.Values(project.Schemas[name]!));
            var all = uses.SelectMany(use => use.Values).DistinctBy(value => value.ToString()).ToList();
            foreach (var value in all.Where(value => !known.Contains(value.ToString())))
            {
                rule.Add(name, project.Schemas[name]!["type"].Text() == "integer" ? value : value.ToString());
                var places = uses.Where(use => Texts(use.Values).Contains(value.ToString())).Select(use => use.Place).ToList();
                report.Changed(name, $"value {value} added, for {string.Join(", ", places.Take(3))}{(places.Count > 3 ? $" and {places.Count - 3} more" : string.Empty)}{(places.Count < uses.Count ? $"; {uses.Count - places.Count} other places lack it" : string.Empty)}");
            }

            foreach (var value in known.Except(Texts(all)).Order(StringComparer.Ordinal))
            {
                gone.Add($"{name} {value}", "value", () => Remove(project.Schemas[name]!, value));
            }
        }
    }

    private static void Remove(JObject schema, string value)
    {
        var index = schema["enum"]!.Select(known => known.ToString()).ToList().IndexOf(value);
        foreach (var list in Parallel.Select(key => schema[key]).OfType<JArray>().Where(list => index < list.Count))
        {
            list.RemoveAt(index);
        }
    }

    private static HashSet<string> Texts(IEnumerable<JToken> values) => [.. values.Select(value => value.ToString())];
}
