using System.Runtime.CompilerServices;
using GenAuth.Json;
using GenAuth.Pipeline;

namespace GenAuth.Http;

/// <summary>
/// Enumerates a list operation page by page. The rules for odd services are in docs/reliability.md, "Pages": an enumeration
/// always ends, and it ends with an exception when the service itself says that items are missing.
/// </summary>
internal static class Paging
{
    /// <summary>How many pages behind the last known one there is surely none, even if the list grows meanwhile.</summary>
    private const int Distance = 100;

    /// <summary>Counts pages up from the one asked for, until the total is reached or a page is empty.</summary>
    /// <exception cref="ArgumentException">The page asked for cannot be counted up from.</exception>
    public static IAsyncEnumerable<TItem> ByPage<TResponse, TItem>(
        ApiRequest request,
        PageSettings settings,
        Func<ApiRequest, CancellationToken, Task<TResponse>> send,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, long?> total,
        CancellationToken cancellationToken)
    {
        var pages = new PagedRequest(request, settings);
        return ByPage(pages, pages.FirstPage, send, items, total, cancellationToken);
    }

    /// <summary>Follows the position that each page gives for the next, until there is none or a page is empty.</summary>
    public static IAsyncEnumerable<TItem> ByScroll<TResponse, TItem>(
        ApiRequest request,
        PageSettings settings,
        Func<ApiRequest, CancellationToken, Task<TResponse>> send,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, string?> next,
        CancellationToken cancellationToken) =>
        ByScroll(request, new PagedRequest(request, settings), send, items, next, cancellationToken);

    private static async IAsyncEnumerable<TItem> ByPage<TResponse, TItem>(
        PagedRequest pages,
        int first,
        Func<ApiRequest, CancellationToken, Task<TResponse>> send,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, long?> total,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var history = new PageHistory();
        var countsPages = false;
        var largest = 0;
        long received = 0;
        for (var page = first; ; page++)
        {
            var response = await send(pages.At(page), cancellationToken).ConfigureAwait(false);
            var list = items(response) ?? [];
            var length = ReceivedList.CountOf(list);
            if (length == 0)
            {
                yield break;
            }

            // A total that was left out reads as 0, and one of 0 beside items says nothing: neither may end the list too early.
            var count = total(response) is > 0 and var stated ? stated : (long?)null;
            largest = Math.Max(largest, length);
            // The first page's own length tells how many were passed over: the service may cap the size that was asked for.
            received = (page == first ? (page - 1L) * length : received) + length;
            var isOnlyPage = page == first && received >= count;

            // Equal pages can be legal. A page that cannot exist tells whether the service looks at the number at all.
            if (!isOnlyPage && page < int.MaxValue && history.Add(list) is var known && (known.IsEndless || (known.IsEqualToLatest && !countsPages)))
            {
                var beyond = items(await send(pages.At(Beyond(page, count, largest)), cancellationToken).ConfigureAwait(false)) ?? [];
                if (ReceivedList.CountOf(beyond) == 0)
                {
                    countsPages = true;
                    history.CountKnownAnew();
                }
                else if (known.IsEndless || known.IsEqualTo(beyond))
                {
                    var mayBeComplete = count is null || (page - 1L) * largest >= count;
                    if (mayBeComplete && !known.IsEndless)
                    {
                        yield break;
                    }

                    throw PagingFailure.RepeatedPage(pages.Operation, response, page, count);
                }
            }

            foreach (var item in list)
            {
                yield return item;
            }

            if (received >= count)
            {
                yield break;
            }

            if (page == int.MaxValue)
            {
                throw PagingFailure.TooManyPages(pages.Operation, response);
            }
        }
    }

    private static async IAsyncEnumerable<TItem> ByScroll<TResponse, TItem>(
        ApiRequest first,
        PagedRequest pages,
        Func<ApiRequest, CancellationToken, Task<TResponse>> send,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var history = new PageHistory();
        var steps = new HashSet<(Guid, string)>();
        var current = first;
        while (true)
        {
            var response = await send(current, cancellationToken).ConfigureAwait(false);
            var list = items(response) ?? [];
            if (ReceivedList.CountOf(list) == 0)
            {
                yield break;
            }

            // The same page with the same next position: what follows would repeat too.
            var position = next(response);
            if (position is { Length: > 0 } && history.Add(list) is var known && (known.IsEndless || !steps.Add((known.Digest, position))))
            {
                throw PagingFailure.RepeatedScroll(pages.Operation, response);
            }

            foreach (var item in list)
            {
                yield return item;
            }

            if (position is not { Length: > 0 })
            {
                yield break;
            }

            current = pages.At(position);
        }
    }

    /// <summary>A page behind the last one. The largest page seen is not larger than a full one, so there are not more pages than that.</summary>
    private static int Beyond(int page, long? count, int largest) =>
        (int)Math.Min(int.MaxValue, Math.Max(page, ((count ?? 0) + largest - 1) / largest) + Distance);
}
