namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Collects the changes of a comparison.</summary>
internal sealed class ChangeCollector
{
    private readonly List<Change> _changes = [];

    /// <summary>The changes by severity, operations before types, then by location.</summary>
    public IReadOnlyList<Change> Sorted =>
    [
        .. _changes.OrderBy(change => change.Severity)
            .ThenBy(change => !change.Wire.Contains(" /", StringComparison.Ordinal))
            .ThenBy(change => change.Wire, StringComparer.Ordinal)
            .ThenBy(change => change.Rule, StringComparer.Ordinal)
            .ThenBy(change => change.What, StringComparer.Ordinal),
    ];

    public void Added(string rule, string wire, string name, string what, Impact impact) => Add(rule, ChangeKind.Added, wire, name, what, impact);

    public void Removed(string rule, string wire, string name, string what, Impact impact) => Add(rule, ChangeKind.Removed, wire, name, what, impact);

    public void Changed(string rule, string wire, string name, string what, Impact impact) => Add(rule, ChangeKind.Changed, wire, name, what, impact);

    private void Add(string rule, ChangeKind kind, string wire, string name, string what, Impact impact) =>
        _changes.Add(new Change(rule, kind, wire, name, what, impact));
}
