using GenAuth.Http;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Paging;

public sealed class ByScrollTests
{
    private static readonly PageSettings Settings = new(PagePlace.Body, "scrollId");

    [Fact]
    public async Task It_begins_without_a_position_and_follows_the_one_that_each_page_gives()
    {
        var service = new PagedService(position => position switch
        {
            null => new([1, 2], null, "b"),
            "b" => new([3], null, "c/+="),
            _ => new([4], null, null),
        });

        Assert.Equal([1, 2, 3, 4], await service.ByScroll(Request(new JObject()), Settings).ToListAsync());
        Assert.Equal([null, "b", "c/+="], service.Asked);
    }

    [Fact]
    public async Task It_goes_on_from_the_position_that_the_caller_names()
    {
        var service = new PagedService(_ => new([9], null, string.Empty));

        Assert.Equal([9], await service.ByScroll(Request(new JObject { ["scrollId"] = "x" }), Settings).ToListAsync());
        Assert.Equal(["x"], service.Asked);
    }

    [Fact]
    public async Task An_empty_page_ends_it_even_when_it_names_another()
    {
        var service = new PagedService(position => new(position is null ? [1] : [], null, "more"));

        Assert.Equal([1], await service.ByScroll(Request(new JObject()), Settings).ToListAsync());
        Assert.Equal([null, "more"], service.Asked);
    }

    [Fact]
    public async Task A_repeated_page_ends_it()
    {
        var service = new PagedService(_ => new([1], null, "same"));

        Assert.Equal([1], await service.ByScroll(Request(new JObject()), Settings).ToListAsync());
        Assert.Equal([null, "same"], service.Asked);
    }

    [Fact]
    public async Task A_cancelled_token_ends_it_before_the_next_page()
    {
        using var cancellation = new CancellationTokenSource();
        var service = new PagedService(_ => new([1], null, "more")) { OnAsked = _ => cancellation.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await service.ByScroll(Request(new JObject()), Settings, cancellation.Token).ToListAsync(CancellationToken.None));
        Assert.Equal([null], service.Asked);
    }

    private static ApiRequest Request(JObject body) => new("Management_scroll", HttpMethod.Post, "/api/v3/scroll") { Body = body };
}
