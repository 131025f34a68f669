using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff.Report;

/// <summary>Writes the report for programs. generator/README.md describes its members, which are stable.</summary>
internal static class JsonReport
{
    public static string Write(DiffResult result)
    {
        var report = new JObject
        {
            ["schemaVersion"] = 1,
            ["old"] = result.Old,
            ["new"] = result.New,
            ["counts"] = new JObject(Enum.GetValues<Severity>().Select(severity => new JProperty(Text(severity), result.Count(severity)))),
            ["version"] = result.Version is { } version ? new JObject { ["current"] = version.Current, ["proposed"] = version.Proposed } : null,
            ["changes"] = new JArray(result.Changes.Select(Write)),
        };
        return report.ToString(Formatting.Indented) + "\n";
    }

    private static JObject Write(Change change) => new()
    {
        ["rule"] = change.Rule,
        ["kind"] = Text(change.Kind),
        ["severity"] = Text(change.Severity),
        ["name"] = change.Name,
        ["wire"] = change.Wire,
        ["what"] = change.What,
        ["source"] = Text(change.Impact.Source),
        ["binary"] = change.Impact.Binary,
        ["behaviour"] = change.Impact.Behaviour,
        ["implementers"] = change.Impact.Implementers,
    };

    private static string Text<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
