using GenAuth.Pipeline;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Paging;

public sealed class ByScrollTests
{
    private const string Position = "scrollId";

    [Fact]
    public async Task Paging_by_cursor_begins_without_a_cursor_and_follows_that_of_each_page()
    {
        var service = new PagedService(position => position switch
        {
            null => new([1, 2], null, "b"),
            "b" => new([3], null, "c/+="),
            _ => new([4], null, null),
        });

        Assert.Equal([1, 2, 3, 4], await service.ByScroll(Request(new JObject()), Position).ToListAsync());
        Assert.Equal([null, "b", "c/+="], service.Asked);
    }

    [Fact]
    public async Task Paging_by_cursor_resumes_from_the_cursor_of_the_request()
    {
        var service = new PagedService(_ => new([9], null, string.Empty));

        Assert.Equal([9], await service.ByScroll(Request(new JObject { ["scrollId"] = "x" }), Position).ToListAsync());
        Assert.Equal(["x"], service.Asked);
    }

    [Fact]
    public async Task Empty_page_ends_paging_although_it_has_a_cursor()
    {
        var service = new PagedService(position => new(position is null ? [1] : [], null, "more"));

        Assert.Equal([1], await service.ByScroll(Request(new JObject()), Position).ToListAsync());
        Assert.Equal([null, "more"], service.Asked);
    }

    [Fact]
    public async Task Equal_pages_at_different_positions_are_all_delivered()
    {
        var service = new PagedService(position => new([7], null, position switch { null => "a", "a" => "b", "b" => "c", _ => null }));

        Assert.Equal([7, 7, 7, 7], await service.ByScroll(Request(new JObject()), Position).ToListAsync());
    }

    [Fact]
    public async Task Unchanged_cursor_with_different_pages_is_followed()
    {
        var asked = 0;
        var service = new PagedService(_ => new(++asked > 3 ? [] : [asked], null, "same"));

        Assert.Equal([1, 2, 3], await service.ByScroll(Request(new JObject()), Position).ToListAsync());
    }

    [Fact]
    public async Task Page_repeated_with_its_cursor_is_an_exception()
    {
        var service = new PagedService(_ => new([1], null, "same"));

        var (items, exception) = await service.ByScroll(Request(new JObject()), Position).ToFailureAsync();

        Assert.Equal([1], items);
        Assert.Equal(GenAuthResponseProblem.Paging, exception!.Problem);
        Assert.Contains("the scroll does not move on", exception.Message, StringComparison.Ordinal);
        Assert.Equal([null, "same"], service.Asked);
    }

    [Fact]
    public async Task Cursors_that_form_a_cycle_are_an_exception()
    {
        var service = new PagedService(position => position is null or "b" ? new([1], null, "a") : new([2], null, "b"));

        var (items, exception) = await service.ByScroll(Request(new JObject()), Position).ToFailureAsync();

        Assert.Equal([1, 2], items);
        Assert.Equal(GenAuthResponseProblem.Paging, exception!.Problem);
    }

    [Fact]
    public async Task Page_repeated_endlessly_with_new_cursors_is_an_exception()
    {
        var asked = 0;
        var service = new PagedService(_ => new([1], null, $"{++asked}"));

        var (items, exception) = await service.ByScroll(Request(new JObject()), Position).ToFailureAsync();

        Assert.Equal(101, items.Count);
        Assert.Equal(GenAuthResponseProblem.Paging, exception!.Problem);
    }

    [Fact]
    public async Task Cancellation_ends_paging_before_the_next_page()
    {
        using var cancellation = new CancellationTokenSource();
        var service = new PagedService(_ => new([1], null, "more")) { OnAsked = _ => cancellation.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await service.ByScroll(Request(new JObject()), Position, cancellation.Token).ToListAsync(CancellationToken.None));
        Assert.Equal([null], service.Asked);
    }

    private static ApiRequest Request(JObject body) => new("Management_scroll", HttpMethod.Post, "/api/v3/scroll") { Body = body };
}
