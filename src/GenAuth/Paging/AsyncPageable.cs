using System.Diagnostics.CodeAnalysis;
using GenAuth.Paging;

namespace GenAuth;

/// <summary>The items of all pages of a list operation. The pages are requested while the items are enumerated.</summary>
/// <remarks>
/// Nothing is requested before the enumeration starts, and every enumeration starts at the first page. Enumerate the items with
/// <c>await foreach</c>, or the pages with <see cref="AsPages"/>. A test double is created with <see cref="FromPages"/>, or derives from
/// this class.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>Creates an instance, for derived classes.</summary>
    protected AsyncPageable()
    {
    }

    /// <summary>Creates an instance whose pages are given, for test doubles.</summary>
    /// <param name="pages">The pages in their order. <see cref="AsPages"/> finds its position by their <see cref="Page{T}.ContinuationToken"/>.</param>
    /// <returns>An instance that sends no requests.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pages"/> is <see langword="null"/>.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "The type of the items is stated where a list method of an interface is implemented.")]
    public static AsyncPageable<T> FromPages(IEnumerable<Page<T>> pages)
    {
        Throw.IfNull(pages, nameof(pages));
        return new GivenPages<T>([.. pages]);
    }

    /// <summary>Enumerates page by page, from the page that the operation was called for or from a continuation token.</summary>
    /// <param name="continuationToken">
    /// A <see cref="Page{T}.ContinuationToken"/> of the same operation with the same arguments; the enumeration begins with the page
    /// behind that one. Default: <see langword="null"/>, it begins as the operation was called.
    /// </param>
    /// <returns>The pages. The first one is returned even if it has no items; all others have items.</returns>
    /// <exception cref="ArgumentException"><paramref name="continuationToken"/> is not a token of such a page.</exception>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null);

    /// <summary>Enumerates the items of all pages.</summary>
    /// <param name="cancellationToken">Ends the enumeration early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>An enumerator at the beginning.</returns>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => EnumerateItemsAsync(cancellationToken);

    /// <summary>The type's name only: the items can be personal.</summary>
    public override string ToString() => nameof(AsyncPageable<T>);

    private async IAsyncEnumerator<T> EnumerateItemsAsync(CancellationToken cancellationToken)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }
        }
    }
}
