using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using GenAuth.ContractTests.Operations.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>The service as it gives out a list page by page.</summary>
/// <param name="operation">The list operation.</param>
/// <param name="pages">The items of each page, from page 1; what comes after is empty.</param>
/// <param name="total">The total that every page states; <see langword="null"/> states none.</param>
internal sealed class PagedStub(ApiOperation operation, IReadOnlyList<IReadOnlyList<JToken>> pages, long? total)
{
    private readonly PagingRule _rule = new(operation);

    /// <summary>Makes distinct items of the kind that the operation lists.</summary>
    public static IReadOnlyList<JToken> Items(ApiOperation operation, int count)
    {
        var schema = new PagingRule(operation).ItemSchema;
        return [.. Enumerable.Range(0, count).Select(number => Distinct(new SampleJson(SampleStyle.Full, number).Of(schema), number))];
    }

    /// <summary>The page that a request asks for.</summary>
    public string Answer(ReceivedRequest request)
    {
        var number = _rule.PageOf(request);
        var items = number > 0 && number <= pages.Count ? pages[number - 1] : [];
        var answer = SampleAnswers.Success(operation, SampleStyle.Minimal);
        Put(answer, _rule.Items, new JArray(items.Select(item => item.DeepClone())));
        if (_rule.Total is { } path && total is not null)
        {
            Put(answer, path, total);
        }
        else if (_rule.Total is { } none)
        {
            answer.SelectToken(none)?.Parent!.Remove();
        }

        if (_rule.Next is { } next)
        {
            // What follows the last page has no identifier.
            Put(answer, next, number < pages.Count ? PagingRule.Scroll(number + 1) : string.Empty);
        }

        return answer.ToString(Formatting.None);
    }

    private static JToken Distinct(JToken item, int number)
    {
        if (item is JObject members)
        {
            members["number_in_test"] = number;
            return members;
        }

        return item.Type == JTokenType.String ? new JValue($"{item} {number}") : new JObject { ["number_in_test"] = number, ["was"] = item };
    }

    private static void Put(JToken root, string path, JToken value)
    {
        var steps = path.Split('.');
        var owner = steps[..^1].Aggregate(root, (owner, step) => owner[step] is JObject member ? member : owner[step] = new JObject());
        owner[steps[^1]] = value;
    }
}
