namespace GenAuth.Maintain.Diff;

/// <summary>What a comparison came to.</summary>
/// <param name="Old">What the old document was called.</param>
/// <param name="New">What the new document was called.</param>
/// <param name="Changes">The differences, the worst first.</param>
/// <param name="Version">The SDK's version now and what it should become, if both are known.</param>
internal sealed record DiffResult(string Old, string New, IReadOnlyList<Change> Changes, VersionProposal? Version)
{
    public IReadOnlyList<(Severity Severity, IReadOnlyList<Change> Changes)> Groups =>
        [.. Changes.GroupBy(change => change.Severity).OrderBy(group => group.Key).Select(group => (group.Key, (IReadOnlyList<Change>)[.. group]))];

    public int Count(Severity severity) => Changes.Count(change => change.Severity == severity);
}
