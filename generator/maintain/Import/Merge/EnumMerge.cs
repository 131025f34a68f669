using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Conventions;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>
/// Updates the values of the project's enums. An enum that several places share has the values of all of them. Enums are extensible, so
/// an additional value does no harm.
/// </summary>
internal sealed class EnumMerge(Project project, SchemaSet publishedSchemas, EnumRule rule, Removals removals, ImportReport report)
{
    private static readonly string[] Parallel = ["enum", "x-enumNames", "x-enumDescriptions", "x-enumRemedies"];

    private readonly SortedDictionary<string, List<(string Place, List<JToken> Values)>> _uses = new(StringComparer.Ordinal);

    /// <summary>Records the values of a place.</summary>
    public void Record(SchemaPair pair, bool isDeviation)
    {
        var (current, published) = (project.Schemas.Resolve(pair.Current).Schema, publishedSchemas.Resolve(pair.Published).Schema);
        if (current["items"] is JObject currentItems && published["items"] is JObject items)
        {
            Record(pair.Inside(currentItems, items), isDeviation);
            return;
        }

        var (known, values) = (EnumRule.Values(current).ToList(), EnumRule.Values(published).ToList());
        if (SchemaSet.NameIn(pair.Current) is not { } name || known.Count == 0 || values.Count == 0 || (!isDeviation && !Overlap(current, published)))
        {
            return;
        }

        if (!_uses.TryGetValue(name, out var uses))
        {
            _uses[name] = uses = [];
        }

        uses.Add((pair.Place, isDeviation ? known : values));
    }

    /// <summary>Whether two enums have a common value. Otherwise the place has a different enum now.</summary>
    public static bool Overlap(JObject current, JObject published) => WireTexts(EnumRule.Values(current)).Overlaps(WireTexts(EnumRule.Values(published)));

    public void Apply()
    {
        foreach (var (name, uses) in _uses)
        {
            var known = WireTexts(EnumRule.Values(project.Schemas[name]!));
            var all = uses.SelectMany(use => use.Values).DistinctBy(EnumRule.WireText).ToList();
            foreach (var value in all.Where(value => !known.Contains(EnumRule.WireText(value))))
            {
                rule.AddValue(name, project.Schemas[name]!["type"].Text() == "integer" ? value : EnumRule.WireText(value));
                var places = uses.Where(use => WireTexts(use.Values).Contains(EnumRule.WireText(value))).Select(use => use.Place).ToList();
                report.AddChange(name, $"value {EnumRule.WireText(value)} added, for {string.Join(", ", places.Take(3))}{(places.Count > 3 ? $" and {places.Count - 3} more" : string.Empty)}{(places.Count < uses.Count ? $"; {uses.Count - places.Count} other places do not have it" : string.Empty)}");
            }

            foreach (var value in known.Except(WireTexts(all)).Order(StringComparer.Ordinal))
            {
                removals.Add($"{name} {value}", "value", value, () => RemoveValue(project.Schemas[name]!, value));
            }
        }
    }

    private static void RemoveValue(JObject schema, string value)
    {
        var index = schema["enum"]!.Select(EnumRule.WireText).ToList().IndexOf(value);
        foreach (var list in Parallel.Select(key => schema[key]).OfType<JArray>().Where(list => index < list.Count))
        {
            list.RemoveAt(index);
        }
    }

    private static HashSet<string> WireTexts(IEnumerable<JToken> values) => [.. values.Select(EnumRule.WireText)];
}
