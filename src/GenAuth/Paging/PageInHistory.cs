using System.Security.Cryptography;
using System.Text;
using GenAuth.Json;

namespace GenAuth.Http;

/// <summary>A page among those that an enumeration has received.</summary>
/// <param name="Digest">Stands for its items, which are the caller's and can be changed after they were delivered.</param>
/// <param name="IsEqualToLatest">Whether the page before it had the same items.</param>
/// <param name="IsEndless">Whether so many pages in a row were known that there is no end in sight.</param>
internal readonly record struct PageInHistory(Guid Digest, bool IsEqualToLatest, bool IsEndless)
{
    public bool IsEqualTo<TItem>(IReadOnlyList<TItem> page) => Digest == DigestOf(page);

    public static Guid DigestOf<TItem>(IReadOnlyList<TItem> page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in page)
        {
            hash.AppendData(item is null ? [] : Encoding.UTF8.GetBytes(GenAuthJson.ToText(item)));
            hash.AppendData([(byte)'\n']);
        }

        // Half of the digest is enough to tell pages apart.
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16).ToArray());
    }
}
