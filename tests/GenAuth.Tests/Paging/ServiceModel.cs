using System.Globalization;

namespace GenAuth.Tests.Paging;

/// <summary>What a service makes of the number of a page.</summary>
internal enum Numbering
{
    /// <summary>It takes it as it is: there is nothing behind the last page.</summary>
    Honest,

    /// <summary>It gives the last page for every number behind it.</summary>
    Clamps,

    /// <summary>It gives the first page for every number.</summary>
    Ignores,

    /// <summary>It begins again behind the last page.</summary>
    Wraps,
}

/// <summary>A service with one list, as small as can be.</summary>
/// <param name="Items">What it has at the beginning; few values, so that equal pages are frequent.</param>
/// <param name="Size">How many items a page has.</param>
/// <param name="Numbering">What it makes of the number.</param>
/// <param name="HasTotal">Whether it says how many items there are.</param>
internal sealed record ServiceModel(IReadOnlyList<int> Items, int Size, Numbering Numbering, bool HasTotal)
{
    /// <summary>How many items are added at the end before a request, or removed there if negative.</summary>
    public IReadOnlyList<int> Changes { get; init; } = [];

    /// <summary>The pages that it gives without items, although it has some.</summary>
    public IReadOnlyCollection<int> Empty { get; init; } = [];

    public IEnumerable<int[]> Pages => Items.Chunk(Size);

    /// <summary>Starts the service anew. It fails when there is no end to the requests.</summary>
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
