using GenAuth.Build;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>How a new list goes on, if it takes a page in one of the usual ways.</summary>
internal sealed class PagingRule(Project project, ImportReport report)
{
    private static readonly (string Page, string Limit)[] Ways = [("page", "limit"), ("pageNo", "pageSize"), ("pagination.page", "pagination.limit"), ("options.pagination.page", "options.pagination.limit")];
    private static readonly string[] Lists = ["data.list", "data"];

    public void Apply(JObject operation, string place)
    {
        var query = new JObject { ["properties"] = new JObject(operation["parameters"].Objects().Select(parameter => new JProperty(Parameters.WireName(parameter), parameter["schema"]))) };
        var body = operation["requestBody"]?["content"].Members().FirstOrDefault()?.Value["schema"] as JObject ?? [];
        var answer = operation["responses"]!["200"]!["content"]!["application/json"]!["schema"] as JObject ?? [];
        foreach (var (where, sent) in new[] { ("query", query), ("body", body) })
        {
            var way = Array.Find(Ways, way => IsNumber(sent, way.Page) && IsNumber(sent, way.Limit));
            var list = Array.Find(Lists, path => Find(answer, path)?["items"] is JObject);
            if (way.Page is not null && list is not null)
            {
                var paging = new JObject { ["style"] = "page", ["in"] = where, ["page"] = way.Page, ["limit"] = way.Limit, ["items"] = list };
                paging.Put("total", IsNumber(answer, "data.totalCount") ? "data.totalCount" : null);
                paging["itemType"] = TypeRules.PagingItemOf((JObject)Find(answer, list)!["items"]!);
                operation["x-paging"] = paging;
                report.Ask(Question.Paging, place, "takes a page and answers with a list", paging.ToString(Newtonsoft.Json.Formatting.None));
                return;
            }

            if (way.Page is not null)
            {
                report.Ask(Question.Paging, place, "takes a page, but no list was found in its answer", "none");
            }
        }
    }

    private bool IsNumber(JObject schema, string path) => Find(schema, path)?["type"].Text() == "integer";

    private JObject? Find(JObject schema, string path) =>
        path.Split('.').Aggregate<string, JObject?>(project.Schemas.Resolve(schema).Schema, (node, name) => node?["properties"]?[name] is JObject member ? project.Schemas.Resolve(member).Schema : null);
}
