namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Matches the items of two documents; the rest is removed or added.</summary>
internal sealed class MatchedPairs<T>
    where T : class
{
    /// <param name="old">The items of the old document.</param>
    /// <param name="current">The items of the new document.</param>
    /// <param name="wire">The unique location of an item on the wire.</param>
    /// <param name="name">Identifies items whose location has changed.</param>
    public MatchedPairs(IEnumerable<T> old, IEnumerable<T> current, Func<T, string> wire, Func<T, string> name)
    {
        var left = old.ToList();
        var right = current.ToList();
        Matched = [.. Take(left, right, wire), .. Take(left, right, name)];
        Removed = left;
        Added = right;
    }

    public IReadOnlyList<(T Old, T New)> Matched { get; }

    public IReadOnlyList<T> Removed { get; }

    public IReadOnlyList<T> Added { get; }

    private static List<(T Old, T New)> Take(List<T> left, List<T> right, Func<T, string> key)
    {
        // Of several items with the same key the first is matched.
        var keyed = right.GroupBy(key).ToDictionary(group => group.Key, group => group.First());
        var pairs = new List<(T Old, T New)>();
        foreach (var item in left.ToList())
        {
            if (keyed.Remove(key(item), out var other))
            {
                pairs.Add((item, other));
                left.Remove(item);
                right.Remove(other);
            }
        }

        return pairs;
    }
}
