namespace GenAuth;

/// <summary>One page of a list, as <see cref="AsyncPageable{T}.AsPages"/> returns it.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T>
{
    /// <summary>Creates a page, for example for a test double.</summary>
    /// <param name="items">The items of the page, in their order.</param>
    /// <param name="totalCount">The number of items on all pages, or <see langword="null"/> if it is not known.</param>
    /// <param name="continuationToken">The position of the next page, or <see langword="null"/> on the last one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    public Page(IReadOnlyList<T> items, long? totalCount = null, string? continuationToken = null)
    {
        Throw.IfNull(items, nameof(items));
        (Items, TotalCount, ContinuationToken) = (items, totalCount, continuationToken);
    }

    /// <summary>The items in the order of the service.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The number of items on all pages, as the response states it; <see langword="null"/> if it states none.</summary>
    public long? TotalCount { get; }

    /// <summary>
    /// The position of the next page, for <see cref="AsyncPageable{T}.AsPages"/>; <see langword="null"/> on the last page. A list without
    /// a total can end behind a page that has a token: the next page is then empty.
    /// </summary>
    /// <remarks>
    /// It is valid for the same operation with the same arguments, and holds neither credentials nor arguments. Its format can change
    /// between versions of the library.
    /// </remarks>
    public string? ContinuationToken { get; }

    /// <summary>The type's name only: items and token can be personal.</summary>
    public override string ToString() => nameof(Page<T>);
}
