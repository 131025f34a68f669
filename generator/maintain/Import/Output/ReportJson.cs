using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Output;

/// <summary>The report for tools and for <c>--decisions</c>. It holds the service's own texts, which the document cannot.</summary>
internal static class ReportJson
{
    public static JObject Create(ImportReport report) => new()
    {
        ["changes"] = new JArray(report.Changes.Select(change => new JObject { ["place"] = change.Place, ["what"] = change.What })),
        ["undecided"] = new JArray(report.Undecided.Select(item => new JObject
        {
            ["kind"] = item.Kind.ToString().ToLowerInvariant(),
            ["place"] = item.Place,
            ["reason"] = item.Reason,
            ["proposal"] = item.Proposal,
            ["published"] = item.Published,
            ["decision"] = null,
        })),
        ["notes"] = new JArray(report.Notes.Select(note => new JObject { ["place"] = note.Place, ["what"] = note.What })),
    };
}
