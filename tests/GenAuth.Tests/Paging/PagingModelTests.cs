using CsCheck;
using GenAuth.Pipeline;

namespace GenAuth.Tests.Paging;

/// <summary>Enumerations by page with model services of every kind.</summary>
public sealed class PagingModelTests
{
    private const int Iterations = 3_000;

    private const string Position = "page";
    private static readonly Gen<int[]> Items = Gen.Int[0, 1].Array[0, 14];
    private static readonly Gen<int> Size = Gen.Int[1, 3];

    [Fact]
    public Task Paging_delivers_every_item_of_a_conforming_service() => Models(Numbering.Honest).SampleAsync(
        async model =>
        {
            var (items, exception) = await EnumerateAsync(model.Start());

            Assert.Null(exception);
            Assert.Equal(model.Items, items);
        },
        iter: Iterations);

    [Fact]
    public Task Paging_delivers_what_was_there_from_the_first_to_the_last_request() => Models(Numbering.Honest).Select(Gen.Int[-4, 4].Array[0, 10], Gen.Bool).SampleAsync(
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
    public Task Paging_ends_with_the_first_empty_page() => Models(Numbering.Honest).Select(Gen.Int[1, 6].Array[1, 3]).SampleAsync(
        async (model, empty) =>
        {
            var (items, exception) = await EnumerateAsync((model with { Empty = empty }).Start());

            Assert.Null(exception);
            Assert.Equal(model.Pages.TakeWhile((_, index) => !empty.Contains(index + 1)).SelectMany(page => page), items);
        },
        iter: Iterations);

    [Fact]
    public Task Paging_of_a_service_that_clamps_is_complete_or_an_exception_when_there_is_a_total() => Models(Numbering.Clamps).Where(model => model.HasTotal).SampleAsync(
        async model =>
        {
            var (items, exception) = await EnumerateAsync(model.Start());

            Assert.Equal(exception is null ? model.Items : model.Items.Take(items.Count), items);
        },
        iter: Iterations);

    [Fact]
    public Task Paging_of_a_service_that_clamps_passes_over_copies_of_the_last_page_only_when_there_is_no_total() => Models(Numbering.Clamps).Where(model => !model.HasTotal).SampleAsync(
        async model =>
        {
            var (items, exception) = await EnumerateAsync(model.Start());

            Assert.Null(exception);
            Assert.Equal(model.Items.Take(items.Count), items);
            if (items.Count < model.Items.Count)
            {
                var last = model.Pages.Last();
                Assert.Equal(last, items.TakeLast(model.Size));
                Assert.Equal(last, model.Items.Skip(items.Count).Take(model.Size));
            }
        },
        iter: Iterations);

    [Fact]
    public Task Paging_of_a_service_that_ignores_the_page_delivers_its_one_page_and_fails_if_the_total_says_more() => Models(Numbering.Ignores).SampleAsync(
        async model =>
        {
            var (items, exception) = await EnumerateAsync(model.Start());

            Assert.Equal(model.Items.Take(model.Size), items);
            Assert.Equal(model.HasTotal && model.Items.Count > model.Size, exception is not null);
        },
        iter: Iterations);

    [Fact]
    public Task Paging_of_a_service_that_starts_over_repeats_no_item_silently_when_there_is_a_total() => Models(Numbering.Wraps).Where(model => model.HasTotal).SampleAsync(
        async model =>
        {
            var (items, exception) = await EnumerateAsync(model.Start());

            Assert.Equal(exception is null ? model.Items : model.Items.Take(items.Count), items);
        },
        iter: Iterations);

    [Fact]
    public Task Paging_ends_with_every_service() => Gen.Select(Gen.Enum<Numbering>(), Items, Size, Gen.Bool, Gen.Int[-4, 4].Array[0, 20], Gen.Int[1, 6].Array[0, 2]).SampleAsync(
        async (numbering, data, size, hasTotal, changes, empty) =>
        {
            var service = new ServiceModel(data, size, numbering, hasTotal) { Changes = changes, Empty = empty }.Start();

            await EnumerateAsync(service);

            Assert.InRange(service.Asked.Count, 1, 500);
        },
        iter: Iterations);

    private static Gen<ServiceModel> Models(Numbering numbering) =>
        Gen.Select(Items, Size, Gen.Bool).Select((items, size, hasTotal) => new ServiceModel(items, size, numbering, hasTotal));

    private static Task<(IReadOnlyList<int> Items, GenAuthInvalidResponseException? Exception)> EnumerateAsync(PagedService service) =>
        service.ByPage(new ApiRequest("Management_list", HttpMethod.Get, "/api/v3/list"), Position).ToFailureAsync();
}
