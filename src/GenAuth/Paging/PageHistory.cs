namespace GenAuth.Http;

/// <summary>The pages that an enumeration has received, and what the next one looks like among them.</summary>
internal sealed class PageHistory
{
    /// <summary>How many pages in a row may be equal to earlier ones before the service is taken to go round in a circle.</summary>
    private const int MaxKnownPages = 100;

    private readonly HashSet<Guid> _pages = [];
    private Guid _latest;
    private int _known;

    public PageInHistory Add<TItem>(IReadOnlyList<TItem> page)
    {
        var digest = PageInHistory.DigestOf(page);
        var isEqualToLatest = _pages.Count > 0 && digest == _latest;
        _known = _pages.Add(digest) ? 0 : _known + 1;
        _latest = digest;
        return new PageInHistory(digest, isEqualToLatest, _known > MaxKnownPages);
    }

    /// <summary>The known pages in a row were legal.</summary>
    public void CountKnownAnew() => _known = 0;
}
