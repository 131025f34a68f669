using CsCheck;
using GenAuth.Pipeline;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Paging;

/// <summary>Enumerations by position with model services of every kind.</summary>
public sealed class ScrollModelTests
{
    private const int Iterations = 3_000;

    private const string Position = "scrollId";
    private static readonly Gen<int[]> Items = Gen.Int[0, 1].Array[0, 14];
    private static readonly Gen<int> Size = Gen.Int[1, 3];
    private static readonly Gen<Cursors> Conforming = Gen.OneOf(Cursors.Numbers, Cursors.NumbersToEmptyPage);

    [Fact]
    public Task Scroll_delivers_every_item_of_a_conforming_service() => Models(Conforming).SampleAsync(
        async model =>
        {
            var (items, exception) = await EnumerateAsync(model.Start());

            Assert.Null(exception);
            Assert.Equal(model.Items, items);
        },
        iter: Iterations);

    [Fact]
    public Task Scroll_delivers_what_was_there_from_the_first_to_the_last_request() => Models(Conforming).Select(Gen.Int[-4, 4].Array[0, 10], Gen.Bool).SampleAsync(
        async (model, changes, grows) =>
        {
            IReadOnlyList<int> shortest = model.Items;
            var service = (model with { Changes = [.. changes.Select(change => grows ? Math.Abs(change) : -Math.Abs(change))] })
                .Start(data => shortest = data.Count < shortest.Count ? [.. data] : shortest);

            var (items, exception) = await EnumerateAsync(service);

            Assert.Null(exception);
            Assert.Equal(shortest, items.Take(shortest.Count));
        },
        iter: Iterations);

    [Fact]
    public Task Scroll_ends_with_the_first_empty_page() => Models(Conforming).Select(Gen.Int[1, 6].Array[1, 3]).SampleAsync(
        async (model, empty) =>
        {
            var (items, exception) = await EnumerateAsync((model with { Empty = empty }).Start());

            Assert.Null(exception);
            Assert.Equal(model.Pages.TakeWhile((_, index) => !empty.Contains(index + 1)).SelectMany(page => page), items);
        },
        iter: Iterations);

    [Fact]
    public Task Scroll_with_an_unchanged_cursor_is_complete_or_an_exception_at_the_first_equal_page() => Models(Gen.Const(Cursors.Unchanged)).SampleAsync(
        async model =>
        {
            // The last page gives no position, so it may be equal to an earlier one.
            var distinct = model.Pages.SkipLast(1).TakeWhile((page, index) => !model.Pages.Take(index).Any(page.SequenceEqual)).ToList();
            var isComplete = distinct.Count >= model.Pages.Count - 1;

            var (items, exception) = await EnumerateAsync(model.Start());

            Assert.Equal(isComplete ? model.Items : distinct.SelectMany(page => page), items);
            Assert.Equal(isComplete ? null : GenAuthResponseProblem.Paging, exception?.Problem);
        },
        iter: Iterations);

    // Without equal items: a page that equals the one before it, at the same position, cannot be distinguished from a repetition.
    [Fact]
    public Task Scroll_of_a_service_that_repeats_positions_delivers_every_item_once_and_fails() => Models(Gen.OneOf(Cursors.RepeatsLast, Cursors.Wraps)).Where(model => model.Items.Count > 0).Select(model => model with { Items = [.. Enumerable.Range(0, model.Items.Count)] }).SampleAsync(
        async model =>
        {
            var (items, exception) = await EnumerateAsync(model.Start());

            Assert.Equal(model.Items, items);
            Assert.Equal(GenAuthResponseProblem.Paging, exception?.Problem);
        },
        iter: Iterations);

    [Fact]
    public Task Scroll_of_a_service_that_repeats_pages_with_new_positions_delivers_every_item_and_fails() => Models(Gen.OneOf(Cursors.RepeatsLastWithNewCursors, Cursors.WrapsWithNewCursors)).Where(model => model.Items.Count > 0).SampleAsync(
        async model =>
        {
            var (items, exception) = await EnumerateAsync(model.Start());

            Assert.Equal(model.Items, items.Take(model.Items.Count));
            Assert.Equal(GenAuthResponseProblem.Paging, exception?.Problem);
        },
        iter: Iterations / 10);

    [Fact]
    public Task Scroll_resumed_at_any_page_delivers_the_rest() => Models(Conforming).SampleAsync(
        async model =>
        {
            var delivered = 0;
            await foreach (var page in model.Start().ByScroll(Request(), Position).AsPages())
            {
                delivered += page.Items.Count;
                if (page.ContinuationToken is { } token)
                {
                    var rest = await model.Start().ByScroll(Request(), Position).AsPages(token).ToListAsync();

                    Assert.Equal(model.Items.Skip(delivered), rest.SelectMany(next => next.Items));
                }
            }

            Assert.Equal(model.Items.Count, delivered);
        },
        iter: Iterations / 10);

    [Fact]
    public Task Scroll_ends_with_every_service() => Gen.Select(Gen.Enum<Cursors>(), Items, Size, Gen.Int[-4, 4].Array[0, 20], Gen.Int[1, 6].Array[0, 2]).SampleAsync(
        async (cursors, data, size, changes, empty) =>
        {
            var service = new ScrollModel(data, size, cursors) { Changes = changes, Empty = empty }.Start();

            await EnumerateAsync(service);

            Assert.InRange(service.Asked.Count, 1, 500);
        },
        iter: Iterations / 3);

    private static Gen<ScrollModel> Models(Gen<Cursors> cursors) => Gen.Select(Items, Size, cursors).Select((items, size, style) => new ScrollModel(items, size, style));

    private static ApiRequest Request() => new("Management_scroll", HttpMethod.Post, "/api/v3/scroll") { Body = new JObject() };

    private static Task<(IReadOnlyList<int> Items, GenAuthInvalidResponseException? Exception)> EnumerateAsync(PagedService service) =>
        service.ByScroll(Request(), Position).ToFailureAsync();
}
