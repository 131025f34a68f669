using System.Runtime.CompilerServices;

namespace GenAuth.Paging;

/// <summary>Pages that are in memory.</summary>
internal sealed class GivenPages<T>(IReadOnlyList<Page<T>> pages) : AsyncPageable<T>
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null)
    {
        var first = 0;
        if (continuationToken is not null)
        {
            while (first < pages.Count && pages[first].ContinuationToken != continuationToken)
            {
                first++;
            }

            if (first++ == pages.Count)
            {
                throw PagePosition.InvalidToken(nameof(continuationToken));
            }
        }

        return EnumerateAsync(first);
    }

    private async IAsyncEnumerable<Page<T>> EnumerateAsync(int first, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var index = first; index < pages.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return pages[index];
        }

        // The compiler demands an await in an asynchronous method.
        await Task.CompletedTask.ConfigureAwait(false);
    }
}
