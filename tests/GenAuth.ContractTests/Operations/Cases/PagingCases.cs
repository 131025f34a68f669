using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>The requests and the items of the enumeration of a list operation.</summary>
internal static class PagingCases
{
    private const int Limit = 2;

    public static async Task<Checks> RunAsync(ApiOperation operation)
    {
        var rule = new PagingRule(operation);
        var items = PagedStub.Items(operation, 5);
        IReadOnlyList<IReadOnlyList<JToken>> pages = [[.. items.Take(2)], [.. items.Skip(2).Take(2)], [.. items.Skip(4)]];
        long? total = rule.Total is null ? null : items.Count;
        var endsByItself = rule.IsScroll || total is not null;

        var checks = new Checks(operation.Id);
        var cases = new List<PagingCase>
        {
            new("three pages", new(operation, pages, total), null, items, endsByItself ? [1, 2, 3] : [1, 2, 3, 4]),
            new("from the second page", new(operation, pages, total), 2, items.Skip(2), endsByItself ? [2, 3] : [2, 3, 4]),
            new("nothing", new(operation, [], total is null ? null : 0), null, [], [1]),
            new("cancelled in the middle", new(operation, pages, total), null, items.Take(2), [1]) { CancelAfter = 2 },
        };
        if (!rule.IsScroll)
        {
            cases.Add(new("pages end before the total", new(operation, [pages[0]], total * 20), null, pages[0], [1, 2]));
            cases.Add(new("no total", new(operation, pages, null), null, items, [1, 2, 3, 4]));

            // The request for page 102 shows that the service respects the number: there are no items beyond the end.
            cases.Add(new("no total and equal pages", new(operation, [pages[0], pages[0], pages[0]], null), null, [.. pages[0], .. pages[0], .. pages[0]], [1, 2, 102, 3, 4]));
            cases.Add(new("no total and always the same page", new(operation, [.. Enumerable.Repeat(pages[0], 200)], null), null, pages[0], [1, 2, 102]));
        }

        foreach (var paging in cases)
        {
            await checks.StepAsync(paging.Name, () => RunAsync(operation, paging, checks));
        }

        return checks;
    }

    private static async Task RunAsync(ApiOperation operation, PagingCase paging, Checks checks)
    {
        var rule = new PagingRule(operation);
        var arguments = OperationArguments.Minimal(operation);
        rule.Start(arguments, paging.Start, Limit);
        var result = await Enumeration.RunAsync(operation, arguments, paging.Stub.Response, paging.CancelAfter);

        checks.That($"{paging.Name}, items", JsonDifference.Between(new JArray(paging.Items), new JArray(result.Items)));
        checks.Equal($"{paging.Name}, pages", string.Join(' ', paging.Pages), string.Join(' ', result.Requests.Select(rule.PageOf)));
        checks.Equal($"{paging.Name}, sizes", true, result.Requests.All(request => rule.LimitOf(request) == $"{Limit}"));
        checks.That($"{paging.Name}, the rest of each request", result.Requests.SelectMany(request => JsonDifference.Between(rule.Rest(result.Requests[0]), rule.Rest(request))));
        checks.That($"{paging.Name}, headers", result.Requests.SelectMany(request => HeaderCheck.Problems(operation, request)));
        checks.Equal($"{paging.Name}, the caller's body and options unchanged", true, result.ArgumentsUnchanged);
        checks.Equal($"{paging.Name}, cancelled", paging.CancelAfter is not null, result.Cancelled);
        if (operation.IsManagement)
        {
            checks.That($"{paging.Name}, signatures", result.Requests.SelectMany(SignatureCheck.Problems));
        }
    }

    /// <param name="Name">The name of the case.</param>
    /// <param name="Stub">The service.</param>
    /// <param name="Start">The caller's first page; <see langword="null"/> for the default.</param>
    /// <param name="Items">The expected items.</param>
    /// <param name="Pages">The expected requests.</param>
    private sealed record PagingCase(string Name, PagedStub Stub, int? Start, IEnumerable<JToken> Items, int[] Pages)
    {
        public int? CancelAfter { get; init; }
    }
}
