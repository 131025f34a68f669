using System.Globalization;

namespace GenAuth.Tests.Paging;

/// <summary>How a service gives positions.</summary>
internal enum Cursors
{
    /// <summary>Each position is the number of the next page. The last page has none.</summary>
    Numbers,

    /// <summary>Each position is the number of the next page. The last page has one too, and the page there is empty.</summary>
    NumbersToEmptyPage,

    /// <summary>One position for all pages: the service remembers where the list goes on. The last page has none.</summary>
    Unchanged,

    /// <summary>The last page gives its own position.</summary>
    RepeatsLast,

    /// <summary>The last page gives the position of the first.</summary>
    Wraps,

    /// <summary>Every response gives a new position. Behind the last page comes the first.</summary>
    WrapsWithNewCursors,

    /// <summary>Every response gives a new position. Behind the last page it comes again.</summary>
    RepeatsLastWithNewCursors,
}

/// <summary>A model of a service that gives the position of the next page.</summary>
/// <param name="Items">The initial items; few values, so that equal pages are frequent.</param>
/// <param name="Size">The number of items of a page.</param>
/// <param name="Cursors">How it gives positions.</param>
internal sealed record ScrollModel(IReadOnlyList<int> Items, int Size, Cursors Cursors)
{
    /// <summary>The number of items that are added at the end before a request, or removed if negative.</summary>
    public IReadOnlyList<int> Changes { get; init; } = [];

    /// <summary>The pages, counted from 1, that it returns empty although it has items.</summary>
    public IReadOnlyCollection<int> Empty { get; init; } = [];

    public IReadOnlyList<int[]> Pages => [.. Items.Chunk(Size)];

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
            var page = Cursors switch
            {
                Cursors.Unchanged => requests,
                Cursors.WrapsWithNewCursors => ((requests - 1) % last) + 1,
                Cursors.RepeatsLastWithNewCursors => Math.Min(requests, last),
                _ => position is null ? 1 : int.Parse(position, CultureInfo.InvariantCulture),
            };
            return new(Empty.Contains(page) ? [] : [.. data.Skip((page - 1) * Size).Take(Size)], null, Next(page, last, requests));
        });
    }

    private string? Next(int page, int last, int requests) => Cursors switch
    {
        Cursors.Numbers => page < last ? Text(page + 1) : null,
        Cursors.NumbersToEmptyPage => Text(page + 1),
        Cursors.Unchanged => page < last ? "position" : null,
        Cursors.RepeatsLast => Text(Math.Min(page + 1, last)),
        Cursors.Wraps => Text(page < last ? page + 1 : 1),
        _ => Text(requests),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
