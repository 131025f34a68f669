namespace GenAuth.Json;

/// <summary>
/// The names of a reader that is watched. What watches it is here and not in the reader, so that all the others are not larger by
/// a field.
/// </summary>
internal sealed class WatchedNameTable(DriftWatch drift) : MemberNameTable
{
    public DriftWatch Drift => drift;
}
