namespace GenAuth.Tests.Paging;

/// <summary>Pageables that a test of a program creates instead of a list operation.</summary>
public sealed class FromPagesTests
{
    private static readonly Page<int>[] Given = [new([1, 2], 3, "next"), new([3], 3)];

    [Fact]
    public async Task Pageable_of_given_pages_enumerates_items_and_pages()
    {
        var list = AsyncPageable<int>.FromPages(Given);

        Assert.Equal([1, 2, 3], await list.ToListAsync());
        Assert.Equal(Given, await list.AsPages().ToListAsync());
    }

    [Fact]
    public async Task Pageable_of_given_pages_resumes_at_a_token() =>
        Assert.Equal(Given[1..], await AsyncPageable<int>.FromPages(Given).AsPages("next").ToListAsync());

    [Fact]
    public void Token_of_no_given_page_is_refused() =>
        Assert.Throws<ArgumentException>("continuationToken", () => AsyncPageable<int>.FromPages(Given).AsPages("other"));

    [Fact]
    public async Task Pageable_without_pages_is_empty()
    {
        var list = AsyncPageable<int>.FromPages([]);

        Assert.Empty(await list.ToListAsync());
        Assert.Empty(await list.AsPages().ToListAsync());
    }

    [Fact]
    public async Task Enumeration_of_given_pages_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await AsyncPageable<int>.FromPages(Given).ToListAsync(cancellation.Token));
    }

    [Fact]
    public async Task Pageable_can_be_implemented_by_a_program()
    {
        var list = new Countdown();

        Assert.Equal([2, 1], await list.ToListAsync());
    }

    [Fact]
    public void Pages_and_items_are_required()
    {
        Assert.Throws<ArgumentNullException>("pages", () => AsyncPageable<int>.FromPages(null!));
        Assert.Throws<ArgumentNullException>("items", () => new Page<int>(null!));
    }

    private sealed class Countdown : AsyncPageable<int>
    {
        public override IAsyncEnumerable<Page<int>> AsPages(string? continuationToken = null) => new[] { new Page<int>([2]), new Page<int>([1]) }.ToAsyncEnumerable();
    }
}
