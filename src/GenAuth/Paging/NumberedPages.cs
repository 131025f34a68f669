using System.Globalization;
using System.Runtime.CompilerServices;
using GenAuth.Pipeline;
using GenAuth.Serialization;

namespace GenAuth.Paging;

/// <summary>Pages that are counted up from the first one, until the total is reached or a page is empty.</summary>
/// <param name="request">The request of the first page.</param>
/// <param name="first">The number of the first page.</param>
/// <param name="at">A copy of a request that asks for another page.</param>
/// <param name="call">Calls the operation.</param>
/// <param name="items">The list of a response.</param>
/// <param name="total">The number of items on all pages, where the service states it.</param>
/// <param name="cancellationToken">Ends every enumeration.</param>
internal sealed class NumberedPages<TResponse, TItem>(
    ApiRequest request,
    int first,
    Func<ApiRequest, PagePosition, ApiRequest> at,
    Func<ApiRequest, CancellationToken, Task<TResponse>> call,
    Func<TResponse, IReadOnlyList<TItem>?> items,
    Func<TResponse, long?> total,
    CancellationToken cancellationToken) : AsyncPageable<TItem>
{
    /// <summary>A page this far behind the last known one does not exist, even if the list grows during the enumeration.</summary>
    private const int Distance = 100;

    public override IAsyncEnumerable<Page<TItem>> AsPages(string? continuationToken = null) =>
        CountAsync(continuationToken is null ? first : PagePosition.Continue(continuationToken, nameof(continuationToken)), cancellationToken);

    private async IAsyncEnumerable<Page<TItem>> CountAsync(int start, [EnumeratorCancellation] CancellationToken end)
    {
        var history = new PageHistory();
        var countsPages = false;
        var largest = 0;
        long received = 0;
        for (var page = start; ; page++)
        {
            var response = await call(at(request, new(page)), end).ConfigureAwait(false);
            var list = items(response) ?? [];
            var length = ReceivedList.CountOf(list);
            if (length == 0)
            {
                if (page == start)
                {
                    yield return new Page<TItem>(list, total(response));
                }

                yield break;
            }

            // A missing total reads as 0, and 0 on a page with items has no meaning: neither may end the list too early.
            var count = total(response) is > 0 and var stated ? stated : (long?)null;
            largest = Math.Max(largest, length);
            // The length of the first page gives the number of skipped items: the service may cap the size that was asked for.
            received = (page == start ? (page - 1L) * length : received) + length;
            var isOnlyPage = page == start && received >= count;
            if (!isOnlyPage && page < int.MaxValue)
            {
                history.Add(list);

                // Equal pages can be legal. A page that cannot exist shows whether the service looks at the number at all.
                if (history.IsEndless || (history.IsRepeated && !countsPages))
                {
                    var beyond = items(await call(at(request, new(Beyond(page, count, largest))), end).ConfigureAwait(false)) ?? [];
                    if (ReceivedList.CountOf(beyond) == 0)
                    {
                        countsPages = true;
                        history.ForgetKnown();
                    }
                    else if (history.IsEndless || history.IsLatest(beyond))
                    {
                        var mayBeComplete = count is null || (page - 1L) * largest >= count;
                        if (mayBeComplete && !history.IsEndless)
                        {
                            yield break;
                        }

                        throw Repeated(response, page, count);
                    }
                }
            }

            var isLast = received >= count;
            yield return new Page<TItem>(list, count, isLast ? null : (page + 1L).ToString(CultureInfo.InvariantCulture));
            if (isLast)
            {
                yield break;
            }

            if (page == int.MaxValue)
            {
                throw Pages.Failure(
                    request.Operation,
                    response,
                    "the list goes on behind page 2147483647, the last one that can be asked for. Begin with a lower page, or use a larger page size.");
            }
        }
    }

    /// <summary>A page behind the last one. The largest page seen is not larger than a full one, so there are not more pages than that.</summary>
    private static int Beyond(int page, long? count, int largest) =>
        (int)Math.Min(int.MaxValue, Math.Max(page, ((count ?? 0) + largest - 1) / largest) + Distance);

    private GenAuthInvalidResponseException Repeated(TResponse response, int page, long? count) => Pages.Failure(
        request.Operation,
        response,
        string.Format(
            CultureInfo.InvariantCulture,
            "page {0} repeats an earlier page, and a page far behind the last one is not empty{1}. The service seems to ignore the page number. Read the list with one call and a larger page size.",
            page,
            count is null ? string.Empty : string.Format(CultureInfo.InvariantCulture, ", although its total of {0} says that items are missing", count)));
}
