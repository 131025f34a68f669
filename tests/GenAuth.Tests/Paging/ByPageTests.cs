using System.Globalization;
using GenAuth.Pipeline;

namespace GenAuth.Tests.Paging;

public sealed class ByPageTests
{
    private const string Position = "page";
    private static readonly int[][] Pages = [[1, 2], [3, 4], [5]];

    [Fact]
    public async Task Paging_by_number_counts_up_and_ends_with_the_total()
    {
        var service = PagedService.Create(Pages, 5);

        Assert.Equal([1, 2, 3, 4, 5], await service.ByPage(Request(), Position).ToListAsync());
        Assert.Equal(["1", "2", "3"], service.Asked);
    }

    [Fact]
    public async Task A_total_that_a_full_page_reaches_needs_no_empty_page()
    {
        var service = PagedService.Create(Pages[..2], 4);

        Assert.Equal([1, 2, 3, 4], await service.ByPage(Request(), Position).ToListAsync());
        Assert.Equal(["1", "2"], service.Asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(-1L)]
    public async Task Paging_without_a_plausible_total_ends_with_an_empty_page(long? total)
    {
        var service = PagedService.Create(Pages, total);

        Assert.Equal([1, 2, 3, 4, 5], await service.ByPage(Request(), Position).ToListAsync());
        Assert.Equal(["1", "2", "3", "4"], service.Asked);
    }

    [Fact]
    public async Task Empty_page_ends_paging_whatever_the_total()
    {
        var service = PagedService.Create(Pages, 100);

        Assert.Equal([1, 2, 3, 4, 5], await service.ByPage(Request(), Position).ToListAsync());
        Assert.Equal(["1", "2", "3", "4"], service.Asked);
    }

    [Fact]
    public async Task Page_without_a_list_is_empty() =>
        Assert.Empty(await new PagedService(_ => new(null, 100, null)).ByPage(Request(), Position).ToListAsync());

    [Theory]
    [InlineData(null)]
    [InlineData(4L)]
    public async Task Equal_pages_of_a_service_that_counts_pages_are_all_delivered(long? total)
    {
        var service = PagedService.Create([[7, 7], [7, 7]], total);

        Assert.Equal([7, 7, 7, 7], await service.ByPage(Request(), Position).ToListAsync());
        Assert.Equal(total is null ? ["1", "2", "102", "3"] : ["1", "2", "102"], service.Asked);
    }

    [Fact]
    public async Task Service_that_counts_pages_gets_one_request_behind_the_last_page()
    {
        var service = PagedService.Create([[7], [7], [7], [7]], null);

        Assert.Equal([7, 7, 7, 7], await service.ByPage(Request(), Position).ToListAsync());
        Assert.Equal(["1", "2", "102", "3", "4", "5"], service.Asked);
    }

    [Fact]
    public async Task A_service_that_ignores_the_page_and_gives_no_total_ends_it_after_one_page()
    {
        var service = new PagedService(_ => new([1, 2], null, null));

        Assert.Equal([1, 2], await service.ByPage(Request(), Position).ToListAsync());
        Assert.Equal(["1", "2", "102"], service.Asked);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(100)]
    public async Task A_service_that_ignores_the_page_although_items_are_missing_is_an_exception(long total)
    {
        var service = new PagedService(_ => new([1, 2], total, null));

        var (items, exception) = await service.ByPage(Request(), Position).ToFailureAsync();

        Assert.Equal([1, 2], items);
        Assert.Equal(GenAuthResponseProblem.Paging, exception!.Problem);
        Assert.Equal("Management_list", exception.Operation);
        Assert.Contains($"page 2 repeats an earlier page, and a page far behind the last one is not empty, although its total of {total} says that items are missing", exception.Message, StringComparison.Ordinal);
        Assert.Contains("larger page size", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_clamps_the_page_and_gives_no_total_ends_it_after_the_last_page()
    {
        var service = new PagedService(page => new(Pages[Math.Min(int.Parse(page!, CultureInfo.InvariantCulture), 3) - 1], null, null));

        Assert.Equal([1, 2, 3, 4, 5], await service.ByPage(Request(), Position).ToListAsync());
        Assert.Equal(["1", "2", "3", "4", "104"], service.Asked);
    }

    [Fact]
    public async Task A_service_that_clamps_the_page_behind_its_total_ends_it_without_an_exception()
    {
        // The total counts an item that the caller cannot see.
        var service = new PagedService(page => new(page == "1" ? [1, 2] : [3], 4, null));

        Assert.Equal([1, 2, 3], await service.ByPage(Request(), Position).ToListAsync());
    }

    [Fact]
    public async Task Service_that_starts_over_after_the_last_page_is_an_exception()
    {
        var service = new PagedService(page => new(Pages[(int.Parse(page!, CultureInfo.InvariantCulture) - 1) % 3], null, null));

        var (items, exception) = await service.ByPage(Request(), Position).ToFailureAsync();

        Assert.Equal([1, 2, 3, 4, 5], items.Take(5));
        Assert.Equal(GenAuthResponseProblem.Paging, exception!.Problem);
        Assert.Equal(105, service.Asked.Count);
    }

    [Fact]
    public async Task A_long_list_of_few_different_pages_is_delivered_whole()
    {
        var pages = Enumerable.Range(0, 250).Select(page => new[] { page % 2 }).ToList();
        var service = PagedService.Create(pages, 250);

        Assert.Equal(pages.SelectMany(page => page), await service.ByPage(Request(), Position).ToListAsync());
        Assert.Equal(252, service.Asked.Count);
    }

    [Fact]
    public async Task A_repeated_page_is_recognized_when_the_caller_changes_the_items()
    {
        var service = new PagedService<Box>(_ => new([new Box { Value = 1 }], null, null));
        var count = 0;

        await foreach (var box in service.ByPage(Request(), Position))
        {
            box.Value = ++count + 1;
        }

        Assert.Equal(1, count);
    }

    [Theory]
    [InlineData("2147483647", new[] { "2147483647" })]
    [InlineData("2147483646", new[] { "2147483646", "2147483647" })]
    public async Task A_list_behind_the_last_number_of_a_page_is_an_exception(string first, string[] asked)
    {
        var service = new PagedService(_ => new([10], null, null));

        var (items, exception) = await service.ByPage(Request(first), Position).ToFailureAsync();

        Assert.Equal(asked.Length, items.Count);
        Assert.Equal(GenAuthResponseProblem.Paging, exception!.Problem);
        Assert.Contains("page 2147483647, the last one that can be asked for", exception.Message, StringComparison.Ordinal);
        Assert.Equal(asked, service.Asked);
    }

    [Fact]
    public void First_page_that_is_not_a_positive_number_is_refused_before_the_enumeration()
    {
        var service = PagedService.Create(Pages, 5);

        Assert.Throws<ArgumentException>(() => service.ByPage(Request("0"), Position));
        Assert.Empty(service.Asked);
    }

    [Theory]
    [InlineData("2", new[] { 3, 4, 5 }, new[] { "2", "3" })]
    [InlineData("3", new[] { 5 }, new[] { "3", "4" })]
    [InlineData("4", new int[0], new[] { "4" })]
    public async Task Paging_by_number_begins_with_the_page_of_the_request(string first, int[] items, string[] asked)
    {
        var service = PagedService.Create(Pages, 5);

        Assert.Equal(items, await service.ByPage(Request(first), Position).ToListAsync());
        Assert.Equal(asked, service.Asked);
    }

    [Fact]
    public async Task Paging_sends_nothing_before_the_enumeration_and_after_the_caller_stops()
    {
        var service = PagedService.Create(Pages, 5);
        var items = service.ByPage(Request(), Position);
        Assert.Empty(service.Asked);

        await foreach (var _ in items)
        {
            break;
        }

        Assert.Equal(["1"], service.Asked);
    }

    [Fact]
    public async Task Second_enumeration_starts_at_the_first_page()
    {
        var items = PagedService.Create(Pages, 5).ByPage(Request(), Position);

        Assert.Equal(await items.ToListAsync(), await items.ToListAsync());
    }

    [Fact]
    public async Task Failure_is_thrown_after_the_preceding_items()
    {
        var service = new PagedService(page => page == "2" ? throw new InvalidOperationException("page 2") : new([1, 2], 9, null));
        var items = new List<int>();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var item in service.ByPage(Request(), Position))
            {
                items.Add(item);
            }
        });
        Assert.Equal([1, 2], items);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_cancellation_tokens_end_paging_before_the_next_page(bool asArgument)
    {
        using var cancellation = new CancellationTokenSource();
        var service = PagedService.Create(Pages, 5);
        var list = service.ByPage(Request(), Position, asArgument ? cancellation.Token : CancellationToken.None);
        var items = new List<int>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in list.WithCancellation(asArgument ? CancellationToken.None : cancellation.Token))
            {
                items.Add(item);
                await cancellation.CancelAsync();
            }
        });
        Assert.Equal([1, 2], items);
        Assert.Equal(["1"], service.Asked);
    }

    private static ApiRequest Request(string? page = null)
    {
        var request = new ApiRequest("Management_list", HttpMethod.Get, "/api/v3/list");
        request.Query.Add("page", page);
        request.Query.Add("limit", 2);
        return request;
    }

    private sealed class Box
    {
        public int Value { get; set; }
    }
}
