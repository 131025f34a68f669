using System.Runtime.CompilerServices;
using GenAuth.Json;

namespace GenAuth.Http;

/// <summary>Asks a list operation for one page after the other.</summary>
internal static class Paging
{
    /// <summary>Counts pages up from the one asked for, until the service has no more.</summary>
    public static async IAsyncEnumerable<TItem> ByPage<TResponse, TItem>(
        ApiRequest request,
        PageSettings settings,
        Func<ApiRequest, CancellationToken, Task<TResponse>> send,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, long?> total,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new PagedRequest(request, settings);
        var page = pages.FirstPage;
        long? received = null;
        string? before = null;
        while (true)
        {
            var response = await send(pages.At(page), cancellationToken).ConfigureAwait(false);
            var list = items(response) ?? [];

            // A total that was left out reads as 0, and one of 0 beside items says nothing: neither may end the list too early.
            var count = total(response) is > 0 and var stated ? stated : (long?)null;
            if (list.Count == 0 || (count is null && IsRepeated(list, ref before)))
            {
                yield break;
            }

            foreach (var item in list)
            {
                yield return item;
            }

            // The first page's own length tells how many were passed over: the service may cap the size that was asked for.
            received = (received ?? (page - 1) * list.Count) + list.Count;
            if (received >= count)
            {
                yield break;
            }

            page++;
        }
    }

    /// <summary>Follows the identifier that each page gives for the next, until there is none.</summary>
    public static async IAsyncEnumerable<TItem> ByScroll<TResponse, TItem>(
        ApiRequest request,
        PageSettings settings,
        Func<ApiRequest, CancellationToken, Task<TResponse>> send,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new PagedRequest(request, settings);
        string? before = null;
        var current = request;
        while (true)
        {
            var response = await send(current, cancellationToken).ConfigureAwait(false);
            var list = items(response) ?? [];
            if (list.Count == 0 || IsRepeated(list, ref before))
            {
                yield break;
            }

            foreach (var item in list)
            {
                yield return item;
            }

            if (next(response) is not { Length: > 0 } position)
            {
                yield break;
            }

            current = pages.At(position);
        }
    }

    /// <summary>A service that does not move on would give the same page for ever.</summary>
    private static bool IsRepeated<TItem>(IReadOnlyList<TItem> list, ref string? before)
    {
        var text = GenAuthJson.ToText(list);
        var repeated = text == before;
        before = text;
        return repeated;
    }
}
