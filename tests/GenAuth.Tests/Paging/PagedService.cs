using System.Globalization;
using GenAuth.Http;
using GenAuth.Pipeline;
using GenAuth.Json;
using Newtonsoft.Json.Linq;
using Engine = GenAuth.Http.Paging;

namespace GenAuth.Tests.Paging;

/// <summary>A list that is given out page by page, without a network.</summary>
internal class PagedService<T>(Func<string?, PagedService<T>.Page> answer)
{
    private readonly List<string?> _asked = [];

    /// <summary>The positions that were asked for, in order.</summary>
    public IReadOnlyList<string?> Asked => _asked;

    /// <summary>What happens when a page is asked for, before it is given out.</summary>
    public Action<string?> OnAsked { get; init; } = _ => { };

    public IAsyncEnumerable<T> ByPage(ApiRequest request, PageSettings settings, CancellationToken cancellationToken = default) => Engine.ByPage(
        request, settings, (next, token) => SendAsync(next, settings, token), page => page.Items, page => page.Total, cancellationToken);

    public IAsyncEnumerable<T> ByScroll(ApiRequest request, PageSettings settings, CancellationToken cancellationToken = default) => Engine.ByScroll(
        request, settings, (next, token) => SendAsync(next, settings, token), page => page.Items, page => page.Next, cancellationToken);

    private async Task<Page> SendAsync(ApiRequest request, PageSettings settings, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        var position = settings.Place == PagePlace.Query
            ? request.Query.Find(settings.Position)
            : (string?)((request.Body as JObject) ?? GenAuthJson.ToTree(request.Body!)).SelectToken(settings.Position);
        _asked.Add(position);
        OnAsked(position);
        return answer(position);
    }

    /// <param name="Items">What the page holds.</param>
    /// <param name="Total">How many there are in all, where the service says so.</param>
    /// <param name="Next">The position of the next page, where the service says so.</param>
    internal sealed record Page(IReadOnlyList<T>? Items, long? Total, string? Next);
}

/// <summary>A list of numbers.</summary>
internal sealed class PagedService(Func<string?, PagedService<int>.Page> answer) : PagedService<int>(answer)
{
    public static PagedService OfPages(IReadOnlyList<int[]> pages, long? total) => new(position =>
    {
        var page = int.Parse(position!, CultureInfo.InvariantCulture);
        return new(page <= pages.Count ? pages[page - 1] : [], total, null);
    });
}

internal static class PagedServiceExtensions
{
    /// <summary>The items that were delivered, and the exception that ended them if there was one.</summary>
    public static async Task<(IReadOnlyList<T> Items, GenAuthResponseException? Exception)> ToFailureAsync<T>(this IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        try
        {
            await foreach (var item in source)
            {
                items.Add(item);
            }
        }
        catch (GenAuthResponseException exception)
        {
            return (items, exception);
        }

        return (items, null);
    }
}
