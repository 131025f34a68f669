namespace GenAuth.Maintain.Diff;

/// <summary>The things of two documents that belong together, and those that are only in one of them.</summary>
internal sealed class Pairs<T>
    where T : class
{
    /// <param name="old">The things as they were.</param>
    /// <param name="current">The things as they are.</param>
    /// <param name="wire">The place that tells things apart.</param>
    /// <param name="name">What identifies those whose place is new; they are taken as moved.</param>
    public Pairs(IEnumerable<T> old, IEnumerable<T> current, Func<T, string> wire, Func<T, string> name)
    {
        var left = old.ToList();
        var right = current.ToList();
        Both = [.. Take(left, right, wire), .. Take(left, right, name)];
        Old = left;
        New = right;
    }

    public IReadOnlyList<(T Old, T New)> Both { get; }

    public IReadOnlyList<T> Old { get; }

    public IReadOnlyList<T> New { get; }

    private static List<(T Old, T New)> Take(List<T> left, List<T> right, Func<T, string> key)
    {
        // Of several with the same key the first counts; the others stay where they are.
        var keyed = right.GroupBy(key).ToDictionary(group => group.Key, group => group.First());
        var pairs = new List<(T Old, T New)>();
        foreach (var one in left.ToList())
        {
            if (keyed.Remove(key(one), out var other))
            {
                pairs.Add((one, other));
                left.Remove(one);
                right.Remove(other);
            }
        }

        return pairs;
    }
}
