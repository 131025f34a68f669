using System.Net;
using GenAuth.Pipeline;

namespace GenAuth.Paging;

/// <summary>
/// Enumerates a list operation page by page. The rules for odd services are in docs/reliability.md, "Pages": an enumeration
/// always ends, and it ends with an exception when the service itself says that items are missing.
/// </summary>
internal static class Pages
{
    /// <summary>Counts pages up from the one asked for, until the total is reached or a page is empty.</summary>
    /// <param name="request">The request as the caller makes it.</param>
    /// <param name="first">The number of the first page.</param>
    /// <param name="at">A copy of a request that asks for another page; neither the request nor its body changes.</param>
    /// <param name="call">Calls the operation.</param>
    /// <param name="items">The list of a response.</param>
    /// <param name="total">The number of items on all pages, where the service states it.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static AsyncPageable<TItem> ByNumber<TResponse, TItem>(
        ApiRequest request,
        int first,
        Func<ApiRequest, PagePosition, ApiRequest> at,
        Func<ApiRequest, CancellationToken, Task<TResponse>> call,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, long?> total,
        CancellationToken cancellationToken) =>
        new NumberedPages<TResponse, TItem>(at(request, new(first)), first, at, call, items, total, cancellationToken);

    /// <summary>Follows the mark that each page gives for the next, until there is none or a page is empty.</summary>
    /// <param name="request">The request as the caller makes it.</param>
    /// <param name="at">A copy of a request that asks for another page; neither the request nor its body changes.</param>
    /// <param name="call">Calls the operation.</param>
    /// <param name="items">The list of a response.</param>
    /// <param name="next">The mark of the next page.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static AsyncPageable<TItem> ByScroll<TResponse, TItem>(
        ApiRequest request,
        Func<ApiRequest, PagePosition, ApiRequest> at,
        Func<ApiRequest, CancellationToken, Task<TResponse>> call,
        Func<TResponse, IReadOnlyList<TItem>?> items,
        Func<TResponse, string?> next,
        CancellationToken cancellationToken) =>
        new ScrolledPages<TResponse, TItem>((request.Body as ExtensibleObject)?.Copy() is { } body ? request.With(body) : request, at, call, items, next, cancellationToken);

    /// <summary>A copy of a request's body, or of a part of it, in which a page can be set; the rest is shared with the caller's.</summary>
    public static T Copy<T>(this T body)
        where T : ExtensibleObject => (T)body.ShallowCopy();

    /// <summary>The exception that ends an enumeration which the service does not let come to its end.</summary>
    public static GenAuthInvalidResponseException Failure(string operation, object? response, string explanation) => new(
        operation,
        GenAuthResponseProblem.Paging,
        explanation,
        new(HttpStatusCode.OK, "application/json", RetryAfter: null, (response as IApiResponse)?.RequestId, BodyPreview: string.Empty));
}
