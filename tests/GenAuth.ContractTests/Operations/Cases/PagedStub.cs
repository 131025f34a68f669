using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using GenAuth.ContractTests.Operations.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>A service that returns a list page by page.</summary>
/// <param name="operation">The list operation.</param>
/// <param name="pages">The items of each page, from page 1; further pages are empty.</param>
/// <param name="total">The total that every page states; <see langword="null"/> states none.</param>
internal sealed class PagedStub(ApiOperation operation, IReadOnlyList<IReadOnlyList<JToken>> pages, long? total)
{
    private readonly PagingRule _rule = new(operation);

    /// <summary>Creates distinct items of the type that the operation lists.</summary>
    public static IReadOnlyList<JToken> Items(ApiOperation operation, int count)
    {
        var schema = new PagingRule(operation).ItemSchema;
        return [.. Enumerable.Range(0, count).Select(number => Distinct(new SampleJson(SampleStyle.Full, number).Create(schema), number))];
    }

    /// <summary>The page that a request names.</summary>
    public string Response(ReceivedRequest request)
    {
        var number = _rule.PageOf(request);
        var items = number > 0 && number <= pages.Count ? pages[number - 1] : [];
        var response = SampleResponses.Success(operation, SampleStyle.Minimal);
        Put(response, _rule.Items, new JArray(items.Select(item => item.DeepClone())));
        if (_rule.Total is { } path && total is not null)
        {
            Put(response, path, total);
        }
        else if (_rule.Total is { } none)
        {
            response.SelectToken(none)?.Parent!.Remove();
        }

        if (_rule.Next is { } next)
        {
            // The page after the last one has no identifier.
            Put(response, next, number < pages.Count ? PagingRule.Scroll(number + 1) : string.Empty);
        }

        return response.ToString(Formatting.None);
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
