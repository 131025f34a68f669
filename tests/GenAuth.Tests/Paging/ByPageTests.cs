using GenAuth.Http;

namespace GenAuth.Tests.Paging;

public sealed class ByPageTests
{
    private static readonly PageSettings Settings = new(PagePlace.Query, "page");
    private static readonly int[][] Pages = [[1, 2], [3, 4], [5]];

    [Fact]
    public async Task It_counts_up_and_ends_with_the_total()
    {
        var service = PagedService.OfPages(Pages, 5);

        Assert.Equal([1, 2, 3, 4, 5], await service.ByPage(Request(), Settings).ToListAsync());
        Assert.Equal(["1", "2", "3"], service.Asked);
    }

    [Fact]
    public async Task A_total_that_a_full_page_reaches_needs_no_empty_page()
    {
        var service = PagedService.OfPages(Pages[..2], 4);

        Assert.Equal([1, 2, 3, 4], await service.ByPage(Request(), Settings).ToListAsync());
        Assert.Equal(["1", "2"], service.Asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(-1L)]
    public async Task Without_a_total_that_can_be_true_it_ends_with_an_empty_page(long? total)
    {
        var service = PagedService.OfPages(Pages, total);

        Assert.Equal([1, 2, 3, 4, 5], await service.ByPage(Request(), Settings).ToListAsync());
        Assert.Equal(["1", "2", "3", "4"], service.Asked);
    }

    [Fact]
    public async Task An_empty_page_ends_it_whatever_the_total()
    {
        var service = PagedService.OfPages(Pages, 100);

        Assert.Equal([1, 2, 3, 4, 5], await service.ByPage(Request(), Settings).ToListAsync());
        Assert.Equal(["1", "2", "3", "4"], service.Asked);
    }

    [Fact]
    public async Task A_page_without_a_list_is_an_empty_one() =>
        Assert.Empty(await new PagedService(_ => new(null, 100, null)).ByPage(Request(), Settings).ToListAsync());

    [Fact]
    public async Task Without_a_total_a_repeated_page_ends_it()
    {
        var service = new PagedService(_ => new([1, 2], null, null));

        Assert.Equal([1, 2], await service.ByPage(Request(), Settings).ToListAsync());
        Assert.Equal(["1", "2"], service.Asked);
    }

    [Fact]
    public async Task With_a_total_two_pages_may_be_alike()
    {
        var service = new PagedService(_ => new([7, 7], 4, null));

        Assert.Equal([7, 7, 7, 7], await service.ByPage(Request(), Settings).ToListAsync());
    }

    [Theory]
    [InlineData("2", new[] { 3, 4, 5 }, new[] { "2", "3" })]
    [InlineData("3", new[] { 5 }, new[] { "3", "4" })]
    [InlineData("4", new int[0], new[] { "4" })]
    public async Task It_begins_with_the_page_that_the_caller_names(string first, int[] items, string[] asked)
    {
        var service = PagedService.OfPages(Pages, 5);

        Assert.Equal(items, await service.ByPage(Request(first), Settings).ToListAsync());
        Assert.Equal(asked, service.Asked);
    }

    [Fact]
    public async Task Nothing_is_asked_before_it_is_enumerated_nor_after_the_caller_stops()
    {
        var service = PagedService.OfPages(Pages, 5);
        var items = service.ByPage(Request(), Settings);
        Assert.Empty(service.Asked);

        await foreach (var _ in items)
        {
            break;
        }

        Assert.Equal(["1"], service.Asked);
    }

    [Fact]
    public async Task Enumerating_again_begins_anew()
    {
        var items = PagedService.OfPages(Pages, 5).ByPage(Request(), Settings);

        Assert.Equal(await items.ToListAsync(), await items.ToListAsync());
    }

    [Fact]
    public async Task A_failure_comes_out_after_the_items_before_it()
    {
        var service = new PagedService(page => page == "2" ? throw new InvalidOperationException("page 2") : new([1, 2], 9, null));
        var items = new List<int>();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var item in service.ByPage(Request(), Settings))
            {
                items.Add(item);
            }
        });
        Assert.Equal([1, 2], items);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_ways_to_hand_over_a_token_end_it_before_the_next_page(bool asArgument)
    {
        using var cancellation = new CancellationTokenSource();
        var service = PagedService.OfPages(Pages, 5);
        var list = service.ByPage(Request(), Settings, asArgument ? cancellation.Token : CancellationToken.None);
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
}
