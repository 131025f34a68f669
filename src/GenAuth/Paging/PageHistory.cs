using System.Security.Cryptography;
using GenAuth.Serialization;

namespace GenAuth.Paging;

/// <summary>The digests of the pages that an enumeration has received. The pages themselves are not compared, because the caller can change the items.</summary>
internal sealed class PageHistory
{
    /// <summary>How many pages in a row may be equal to earlier ones before the service is taken to repeat the list.</summary>
    private const int MaxKnownPages = 100;

    private readonly HashSet<Guid> _pages = [];
    private readonly HashSet<(Guid, string)> _steps = [];
    private Guid _latest;
    private int _known;

    /// <summary>Whether the latest page has the items of the page before it.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>Whether so many pages in a row are known that the list does not seem to end.</summary>
    public bool IsEndless => _known > MaxKnownPages;

    public void Add<TItem>(IReadOnlyList<TItem> page)
    {
        var digest = DigestOf(page);
        IsRepeated = _pages.Count > 0 && digest == _latest;
        _known = _pages.Add(digest) ? 0 : _known + 1;
        _latest = digest;
    }

    /// <summary>Records where the latest page leads. <see langword="false"/> if the same page has led there before.</summary>
    public bool AddStep(string next) => _steps.Add((_latest, next));

    public bool IsLatest<TItem>(IReadOnlyList<TItem> page) => DigestOf(page) == _latest;

    /// <summary>The known pages in a row were legal.</summary>
    public void ForgetKnown() => _known = 0;

    private static Guid DigestOf<TItem>(IReadOnlyList<TItem> page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in page)
        {
            hash.AppendData(item is null ? [] : GenAuthJson.ToBytes(item));
            hash.AppendData([(byte)'\n']);
        }

        // Half of the digest is enough to tell pages apart.
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16).ToArray());
    }
}
