using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>Creates <c>x-paging</c> for a new operation with one of the usual page parameters.</summary>
internal sealed class PagingRule(Project project, ImportReport report)
{
    private static readonly (string Page, string Limit)[] PageParameters = [("page", "limit"), ("pageNo", "pageSize"), ("pagination.page", "pagination.limit"), ("options.pagination.page", "options.pagination.limit")];
    private static readonly string[] ItemPaths = ["data.list", "data"];

    public void Apply(JObject operation, string place)
    {
        var query = new JObject { ["properties"] = new JObject(operation["parameters"].Objects().Select(parameter => new JProperty(ParameterRule.WireName(parameter), parameter["schema"]))) };
        var body = operation["requestBody"]?["content"].Members().FirstOrDefault()?.Value["schema"] as JObject ?? [];
        var response = operation["responses"]!["200"]!["content"]!["application/json"]!["schema"] as JObject ?? [];
        foreach (var (where, sent) in new[] { ("query", query), ("body", body) })
        {
            var parameters = Array.Find(PageParameters, pair => IsNumber(sent, pair.Page) && IsNumber(sent, pair.Limit));
            var list = Array.Find(ItemPaths, path => Find(response, path)?["items"] is JObject);
            if (parameters.Page is not null && list is not null)
            {
                var paging = new JObject { ["style"] = "page", ["in"] = where, ["page"] = parameters.Page, ["limit"] = parameters.Limit, ["items"] = list };
                paging.Put("total", IsNumber(response, "data.totalCount") ? "data.totalCount" : null);
                paging["itemType"] = TypeRules.PagingItemOf((JObject)Find(response, list)!["items"]!);
                operation["x-paging"] = paging;
                report.AddQuestion(QuestionKind.Paging, place, "takes a page number and returns a list", paging.ToString(Newtonsoft.Json.Formatting.None));
                return;
            }

            if (parameters.Page is not null)
            {
                report.AddQuestion(QuestionKind.Paging, place, "takes a page number, but its response has no list", "none");
            }
        }
    }

    private bool IsNumber(JObject schema, string path) => Find(schema, path)?["type"].Text() == "integer";

    private JObject? Find(JObject schema, string path) =>
        path.Split('.').Aggregate<string, JObject?>(project.Schemas.Resolve(schema).Schema, (node, name) => node?["properties"]?[name] is JObject member ? project.Schemas.Resolve(member).Schema : null);
}
