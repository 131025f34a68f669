namespace GenAuth.Maintain.Diff;

internal enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One difference between two documents.</summary>
/// <param name="Rule">What kind of difference it is; stays the same from one version of this command to the next.</param>
/// <param name="Kind">Whether something is new, gone or different.</param>
/// <param name="Wire">Its place on the wire, spelt as in <c>names.lock</c>.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="What">What happened to it, as the end of a sentence that begins with the name.</param>
/// <param name="Impact">What that does to users.</param>
internal sealed record Change(string Rule, ChangeKind Kind, string Wire, string Name, string What, Impact Impact)
{
    public Severity Severity => Impact.Severity;
}
