using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using GenAuth.Pipeline;
using GenAuth.Serialization;

namespace GenAuth.Paging;

/// <summary>
/// Enumerates a list operation page by page. The rules for odd services are in docs/reliability.md, "Pages": an enumeration
/// always ends, and it ends with an exception when the service itself says that items are missing.
/// </summary>
internal static class Pages
{
    /// <summary>How many pages behind the last known one there is surely none, even if the list grows meanwhile.</summary>
    private const int Distance = 100;

    /// <summary>Counts pages up from the one asked for, until the total is reached or a page is empty.</summary>
    /// <param name="request">The request as the caller makes it.</param>
    /// <param name="first">The number of the first page.</param>
    /// <param name="at">A copy of a request that asks for another page; neither the request nor its body changes.</param>
    /// <param name="call">Calls the operation.</param>
    /// <param name="items">The list of a response.</param>
    /// <param name="total">The number of items on all pages, where the service states it.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static IAsyncEnumerable<TItem> ByNumber<TResponse, TItem>(
        ApiRequest request,
        int first,
        Func<ApiRequest, PagePosition, ApiRequest> at,
        Func<ApiRequest, CancellationToken, Task<TResponse>> call,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, long?> total,
        CancellationToken cancellationToken) =>
        CountAsync(at(request, new(first)), first, at, call, items, total, cancellationToken);

    /// <summary>Follows the mark that each page gives for the next, until there is none or a page is empty.</summary>
    /// <param name="request">The request as the caller makes it.</param>
    /// <param name="at">A copy of a request that asks for another page; neither the request nor its body changes.</param>
    /// <param name="call">Calls the operation.</param>
    /// <param name="items">The list of a response.</param>
    /// <param name="next">The mark of the next page.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static IAsyncEnumerable<TItem> ByScroll<TResponse, TItem>(
        ApiRequest request,
        Func<ApiRequest, PagePosition, ApiRequest> at,
        Func<ApiRequest, CancellationToken, Task<TResponse>> call,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, string?> next,
        CancellationToken cancellationToken) =>
        FollowAsync((request.Body as ExtensibleObject)?.Copy() is { } body ? request.With(body) : request, at, call, items, next, cancellationToken);

    private static async IAsyncEnumerable<TItem> CountAsync<TResponse, TItem>(
        ApiRequest request,
        int first,
        Func<ApiRequest, PagePosition, ApiRequest> at,
        Func<ApiRequest, CancellationToken, Task<TResponse>> call,
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
            var response = await call(at(request, new(page)), cancellationToken).ConfigureAwait(false);
            var list = items(response) ?? [];
            var length = ReceivedList.CountOf(list);
            if (length == 0)
            {
                yield break;
            }

            // A total that is missing reads as 0, and 0 beside items says nothing: neither may end the list too early.
            var count = total(response) is > 0 and var stated ? stated : (long?)null;
            largest = Math.Max(largest, length);
            // The first page's own length tells how many items were skipped: the service may cap the size that was asked for.
            received = (page == first ? (page - 1L) * length : received) + length;
            var isOnlyPage = page == first && received >= count;
            if (!isOnlyPage && page < int.MaxValue)
            {
                history.Add(list);

                // Equal pages can be legal. A page that cannot exist tells whether the service looks at the number at all.
                if (history.IsEndless || (history.IsRepeated && !countsPages))
                {
                    var beyond = items(await call(at(request, new(Beyond(page, count, largest))), cancellationToken).ConfigureAwait(false)) ?? [];
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

                        throw Repeated(request.Operation, response, page, count);
                    }
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
                throw Failure(request.Operation, response, "the list goes on behind page 2147483647, the last one that can be asked for. Begin with a lower page, or use a larger page size.");
            }
        }
    }

    private static async IAsyncEnumerable<TItem> FollowAsync<TResponse, TItem>(
        ApiRequest request,
        Func<ApiRequest, PagePosition, ApiRequest> at,
        Func<ApiRequest, CancellationToken, Task<TResponse>> call,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var history = new PageHistory();
        var current = request;
        while (true)
        {
            var response = await call(current, cancellationToken).ConfigureAwait(false);
            var list = items(response) ?? [];
            if (ReceivedList.CountOf(list) == 0)
            {
                yield break;
            }

            var mark = next(response);
            if (mark is { Length: > 0 })
            {
                history.Add(list);

                // The same page with the same next mark: what follows would repeat too.
                if (history.IsEndless || !history.AddStep(mark))
                {
                    throw Failure(request.Operation, response, "the scroll does not move on: the service gives pages again that it has given before. Begin a new scroll, with a smaller page size if it happens again.");
                }
            }

            foreach (var item in list)
            {
                yield return item;
            }

            if (mark is not { Length: > 0 })
            {
                yield break;
            }

            current = at(request, new(mark));
        }
    }

    /// <summary>A copy of a request's body, or of a part of it, in which a page can be set; the rest is shared with the caller's.</summary>
    public static T Copy<T>(this T body)
        where T : ExtensibleObject => (T)body.ShallowCopy();

    /// <summary>A page behind the last one. The largest page seen is not larger than a full one, so there are not more pages than that.</summary>
    private static int Beyond(int page, long? count, int largest) =>
        (int)Math.Min(int.MaxValue, Math.Max(page, ((count ?? 0) + largest - 1) / largest) + Distance);

    private static GenAuthInvalidResponseException Repeated(string operation, object? response, int page, long? total) => Failure(
        operation,
        response,
        string.Format(
            CultureInfo.InvariantCulture,
            "page {0} repeats an earlier page, and a page far behind the last one is not empty{1}. The service seems to ignore the page number. Read the list with one call and a larger page size.",
            page,
            total is null ? string.Empty : string.Format(CultureInfo.InvariantCulture, ", although its total of {0} says that items are missing", total)));

    private static GenAuthInvalidResponseException Failure(string operation, object? response, string explanation) => new(
        operation,
        GenAuthResponseProblem.Paging,
        explanation,
        new(HttpStatusCode.OK, "application/json", RetryAfter: null, (response as IApiResponse)?.RequestId, BodyPreview: string.Empty));
}
