using System.Globalization;
using CsCheck;
using GenAuth.Pipeline;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Paging;

/// <summary>Enumerations page by page. The rules of paging are tested with the items, which are those of the pages.</summary>
public sealed class AsPagesTests
{
    private static readonly int[][] Numbers = [[1, 2], [3, 4], [5]];

    [Fact]
    public async Task Numbered_pages_have_items_total_and_the_token_of_the_next_page()
    {
        var pages = await Numbered(5).AsPages().ToListAsync();

        Assert.Equal(Numbers, pages.Select(page => page.Items.ToArray()));
        Assert.Equal([5, 5, 5], pages.Select(page => page.TotalCount));
        Assert.Equal(["2", "3", null], pages.Select(page => page.ContinuationToken));
    }

    [Fact]
    public async Task Numbered_pages_without_a_total_end_behind_a_page_with_a_token()
    {
        var pages = await Numbered(total: null).AsPages().ToListAsync();

        Assert.Equal(["2", "3", "4"], pages.Select(page => page.ContinuationToken));
        Assert.All(pages, page => Assert.Null(page.TotalCount));
        Assert.Empty(Assert.Single(await Numbered(total: null).AsPages("4").ToListAsync()).Items);
    }

    [Fact]
    public async Task Numbered_pages_resume_at_a_token()
    {
        var service = PagedService.Create(Numbers, 5);

        var pages = await service.ByPage(Request(), "page").AsPages("2").ToListAsync();

        Assert.Equal(Numbers[1..], pages.Select(page => page.Items.ToArray()));
        Assert.Equal(["2", "3"], service.Asked);
    }

    [Fact]
    public Task Numbered_pages_resumed_at_any_page_are_the_rest_of_all_pages() => Gen.Select(Gen.Int[0, 1].Array[1, 14], Gen.Int[1, 3], Gen.Bool).SampleAsync(
        async (items, size, hasTotal) =>
        {
            AsyncPageable<int> List() => new ServiceModel(items, size, Numbering.Honest, hasTotal).Start().ByPage(Request(), "page");
            var all = await List().AsPages().ToListAsync();
            for (var index = 0; index < all.Count && all[index].ContinuationToken is { } token; index++)
            {
                var rest = await List().AsPages(token).ToListAsync();

                Assert.Equal(all.Skip(index + 1).SelectMany(page => page.Items), rest.SelectMany(page => page.Items));
                Assert.Equal(all.Skip(index + 1).Select(page => page.TotalCount), rest.Where(page => page.Items.Count > 0).Select(page => page.TotalCount));
            }
        },
        iter: 1_000);

    [Fact]
    public async Task Scrolled_pages_have_items_and_the_token_of_the_next_page_and_resume_at_it()
    {
        var service = new PagedService(position => position switch { null => new([1, 2], null, "b/+="), "b/+=" => new([3], null, "c"), _ => new([4], null, null) });
        var list = service.ByScroll(new("Management_scroll", HttpMethod.Post, "/api/v3/scroll") { Body = new JObject() }, "scrollId");

        var pages = await list.AsPages().ToListAsync();
        var rest = await list.AsPages(pages[0].ContinuationToken).ToListAsync();

        Assert.Equal([[1, 2], [3], [4]], pages.Select(page => page.Items));
        Assert.Equal(["b/+=", "c", null], pages.Select(page => page.ContinuationToken));
        Assert.All(pages, page => Assert.Null(page.TotalCount));
        Assert.Equal([[3], [4]], rest.Select(page => page.Items));
        Assert.Equal([null, "b/+=", "c", "b/+=", "c"], service.Asked);
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(null)]
    public async Task List_without_items_is_one_page_with_its_total(long? total)
    {
        var page = Assert.Single(await PagedService.Create([], total).ByPage(Request(), "page").AsPages().ToListAsync());

        Assert.Empty(page.Items);
        Assert.Equal(total, page.TotalCount);
        Assert.Null(page.ContinuationToken);
    }

    [Fact]
    public async Task Scroll_without_items_is_one_page()
    {
        var list = new PagedService(_ => new([], null, "more")).ByScroll(new("Management_scroll", HttpMethod.Post, "/api/v3/scroll") { Body = new JObject() }, "scrollId");

        Assert.Null(Assert.Single(await list.AsPages().ToListAsync()).ContinuationToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("b")]
    [InlineData("2147483648")]
    public void Token_that_names_no_page_is_refused_before_the_enumeration(string token)
    {
        var service = PagedService.Create(Numbers, 5);

        var exception = Assert.Throws<ArgumentException>("continuationToken", () => service.ByPage(Request(), "page").AsPages(token));

        Assert.StartsWith("continuationToken is not the ContinuationToken of a page of this operation.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Blank_token_of_a_scroll_is_refused_before_the_enumeration(string token)
    {
        var list = new PagedService(_ => new([1], null, null)).ByScroll(new("Management_scroll", HttpMethod.Post, "/api/v3/scroll") { Body = new JObject() }, "scrollId");

        Assert.Throws<ArgumentException>("continuationToken", () => list.AsPages(token));
    }

    [Fact]
    public async Task Page_behind_the_last_number_has_a_token_that_is_refused()
    {
        var list = new PagedService(_ => new([1], null, null)).ByPage(Request(int.MaxValue.ToString(CultureInfo.InvariantCulture)), "page");
        await using var pages = list.AsPages().GetAsyncEnumerator();
        Assert.True(await pages.MoveNextAsync());

        Assert.Throws<ArgumentException>("continuationToken", () => list.AsPages(pages.Current.ContinuationToken));
        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(async () => await pages.MoveNextAsync());
    }

    [Fact]
    public async Task Pages_are_requested_when_enumerated_and_each_enumeration_starts_at_the_first()
    {
        var service = PagedService.Create(Numbers, 5);
        var pages = service.ByPage(Request(), "page").AsPages();
        Assert.Empty(service.Asked);

        Assert.Equal(3, await pages.CountAsync());
        Assert.Equal(3, await pages.CountAsync());
        Assert.Equal(["1", "2", "3", "1", "2", "3"], service.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_cancellation_tokens_end_the_enumeration_before_the_next_page(bool asArgument)
    {
        using var cancellation = new CancellationTokenSource();
        var service = PagedService.Create(Numbers, 5);
        var list = service.ByPage(Request(), "page", asArgument ? cancellation.Token : CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in list.AsPages().WithCancellation(asArgument ? CancellationToken.None : cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });

        Assert.Equal(["1"], service.Asked);
    }

    private static AsyncPageable<int> Numbered(long? total) => PagedService.Create(Numbers, total).ByPage(Request(), "page");

    private static ApiRequest Request(string? page = null)
    {
        var request = new ApiRequest("Management_list", HttpMethod.Get, "/api/v3/list");
        request.Query.Add("page", page);
        return request;
    }
}
