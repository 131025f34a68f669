using System.Runtime.CompilerServices;
using GenAuth.Pipeline;
using GenAuth.Serialization;

namespace GenAuth.Paging;

/// <summary>Pages that each give the mark of the next one, until there is none or a page is empty.</summary>
/// <param name="request">The request of the first page.</param>
/// <param name="at">A copy of a request that asks for another page.</param>
/// <param name="call">Calls the operation.</param>
/// <param name="items">The list of a response.</param>
/// <param name="next">The mark of the next page.</param>
/// <param name="cancellationToken">Ends every enumeration.</param>
internal sealed class ScrolledPages<TResponse, TItem>(
    ApiRequest request,
    Func<ApiRequest, PagePosition, ApiRequest> at,
    Func<ApiRequest, CancellationToken, Task<TResponse>> call,
    Func<TResponse, IReadOnlyList<TItem>?> items,
    Func<TResponse, string?> next,
    CancellationToken cancellationToken) : AsyncPageable<TItem>
{
    public override IAsyncEnumerable<Page<TItem>> AsPages(string? continuationToken = null) => FollowAsync(
        continuationToken is null ? request
        : string.IsNullOrWhiteSpace(continuationToken) ? throw PagePosition.InvalidToken(nameof(continuationToken))
        : at(request, new(continuationToken)),
        cancellationToken);

    private async IAsyncEnumerable<Page<TItem>> FollowAsync(ApiRequest start, [EnumeratorCancellation] CancellationToken end)
    {
        var history = new PageHistory();
        var current = start;
        while (true)
        {
            var response = await call(current, end).ConfigureAwait(false);
            var list = items(response) ?? [];
            if (ReceivedList.CountOf(list) == 0)
            {
                if (current == start)
                {
                    yield return new Page<TItem>(list);
                }

                yield break;
            }

            var mark = next(response);
            if (mark is not { Length: > 0 })
            {
                yield return new Page<TItem>(list);
                yield break;
            }

            history.Add(list);

            // The same page with the same next mark: what follows would repeat too.
            if (history.IsEndless || !history.AddStep(mark))
            {
                throw Pages.Failure(
                    request.Operation,
                    response,
                    "the scroll does not move on: the service gives pages again that it has given before. Begin a new scroll, with a smaller page size if it happens again.");
            }

            yield return new Page<TItem>(list, totalCount: null, mark);
            current = at(request, new(mark));
        }
    }
}
