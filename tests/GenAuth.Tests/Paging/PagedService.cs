using System.Globalization;
using GenAuth.Paging;
using GenAuth.Pipeline;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Paging;

/// <summary>A list that is returned page by page without a network.</summary>
internal class PagedService<T>(Func<string?, PagedService<T>.Page> response)
{
    private readonly List<string?> _asked = [];

    /// <summary>The requested positions in order.</summary>
    public IReadOnlyList<string?> Asked => _asked;

    /// <summary>Runs when a page is requested, before it is returned.</summary>
    public Action<string?> OnAsked { get; init; } = _ => { };

    public AsyncPageable<T> ByPage(ApiRequest request, string parameter, CancellationToken cancellationToken = default) => Pages.ByNumber(
        request,
        PagePosition.First(request.Query.Find(parameter), parameter),
        (current, position) => current.With(parameter, position),
        (next, token) => SendAsync(next.Query.Find(parameter), token),
        page => page.Items,
        page => page.Total,
        cancellationToken);

    public AsyncPageable<T> ByScroll(ApiRequest request, string member, CancellationToken cancellationToken = default) => Pages.ByScroll(
        request,
        (current, position) => current.With(new JObject { [member] = (string)position }),
        (next, token) => SendAsync((string?)((JObject)next.Body!)[member], token),
        page => page.Items,
        page => page.Next,
        cancellationToken);

    private async Task<Page> SendAsync(string? position, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        _asked.Add(position);
        OnAsked(position);
        return response(position);
    }

    /// <param name="Items">The items of the page.</param>
    /// <param name="Total">The total, if the service states it.</param>
    /// <param name="Next">The position of the next page, if the service states it.</param>
    internal sealed record Page(IReadOnlyList<T>? Items, long? Total, string? Next);
}

/// <summary>A list of numbers.</summary>
internal sealed class PagedService(Func<string?, PagedService<int>.Page> response) : PagedService<int>(response)
{
    public static PagedService Create(IReadOnlyList<int[]> pages, long? total) => new(position =>
    {
        var page = int.Parse(position!, CultureInfo.InvariantCulture);
        return new(page <= pages.Count ? pages[page - 1] : [], total, null);
    });
}

internal static class PagedServiceExtensions
{
    /// <summary>The delivered items, and the exception that ended the enumeration, if any.</summary>
    public static async Task<(IReadOnlyList<T> Items, GenAuthInvalidResponseException? Exception)> ToFailureAsync<T>(this IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        try
        {
            await foreach (var item in source)
            {
                items.Add(item);
            }
        }
        catch (GenAuthInvalidResponseException exception)
        {
            return (items, exception);
        }

        return (items, null);
    }
}
