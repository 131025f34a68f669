using System.Globalization;

namespace GenAuth.Tests.Paging;

/// <summary>How a service treats the number of a page.</summary>
internal enum Numbering
{
    /// <summary>Pages behind the last one are empty.</summary>
    Honest,

    /// <summary>Pages behind the last one are the last page.</summary>
    Clamps,

    /// <summary>Every page is the first page.</summary>
    Ignores,

    /// <summary>Pages behind the last one start over.</summary>
    Wraps,
}

/// <summary>A model of a service with one list.</summary>
/// <param name="Items">The initial items; few values, so that equal pages are frequent.</param>
/// <param name="Size">The number of items of a page.</param>
/// <param name="Numbering">How it treats the number of a page.</param>
/// <param name="HasTotal">Whether it states the total.</param>
internal sealed record ServiceModel(IReadOnlyList<int> Items, int Size, Numbering Numbering, bool HasTotal)
{
    /// <summary>The number of items that are added at the end before a request, or removed if negative.</summary>
    public IReadOnlyList<int> Changes { get; init; } = [];

    /// <summary>The pages that it returns empty although it has items.</summary>
    public IReadOnlyCollection<int> Empty { get; init; } = [];

    public IEnumerable<int[]> Pages => Items.Chunk(Size);

    /// <summary>Creates the service. It fails when the requests do not end.</summary>
    public PagedService Start(Action<List<int>>? afterChange = null)
    {
        var data = Items.ToList();
        var requests = 0;
        return new PagedService(position =>
        {
            var change = requests < Changes.Count ? Changes[requests] : 0;
            data.AddRange(Enumerable.Range(0, Math.Max(0, change)).Select(number => number % 2));
            data.RemoveRange(Math.Max(0, data.Count + Math.Min(0, change)), Math.Min(data.Count, Math.Max(0, -change)));
            afterChange?.Invoke(data);
            if (++requests > 1000)
            {
                throw new InvalidOperationException("The enumeration does not end.");
            }

            var last = Math.Max(1, (data.Count + Size - 1) / Size);
            var asked = int.Parse(position!, CultureInfo.InvariantCulture);
            var page = Numbering switch
            {
                Numbering.Clamps => Math.Min(asked, last),
                Numbering.Ignores => 1,
                Numbering.Wraps => ((asked - 1) % last) + 1,
                _ => asked,
            };
            var items = Empty.Contains(page) ? [] : data.Skip((page - 1) * Size).Take(Size).ToArray();
            return new(items, HasTotal ? data.Count : null, null);
        });
    }
}
