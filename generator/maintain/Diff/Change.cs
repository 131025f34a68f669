using GenAuth.Maintain.Diff.Release;

namespace GenAuth.Maintain.Diff;

internal enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>A difference between two documents.</summary>
/// <param name="Rule">The kind of difference, a stable identifier.</param>
/// <param name="Kind">Whether something was added, removed or changed.</param>
/// <param name="Wire">Its location on the wire, in the notation of <c>names.lock</c>.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="What">The rest of the sentence that begins with the name.</param>
/// <param name="Impact">The effects on users.</param>
internal sealed record Change(string Rule, ChangeKind Kind, string Wire, string Name, string What, Impact Impact)
{
    public Severity Severity => Impact.Severity;
}

/// <summary>The result of a comparison.</summary>
/// <param name="Old">The name of the old document on the command line.</param>
/// <param name="New">The name of the new document on the command line.</param>
/// <param name="Changes">The differences by severity.</param>
/// <param name="Version">The SDK's version and its successor, if both are known.</param>
internal sealed record DiffResult(string Old, string New, IReadOnlyList<Change> Changes, VersionProposal? Version)
{
    public IReadOnlyList<(Severity Severity, IReadOnlyList<Change> Changes)> Groups =>
        [.. Changes.GroupBy(change => change.Severity).OrderBy(group => group.Key).Select(group => (group.Key, (IReadOnlyList<Change>)[.. group]))];

    public int Count(Severity severity) => Changes.Count(change => change.Severity == severity);
}
