namespace GenAuth.Json;

/// <summary>What generated code asks and tells when somebody wants to know how an answer differs from the document.</summary>
internal sealed partial class ModelReader
{
    public bool IsWatched => _names is WatchedNameTable;

    private DriftWatch? Drift => (_names as WatchedNameTable)?.Drift;

    /// <summary>The value that was read last is none of its set's.</summary>
    public void OnUnknownValue() => Drift?.OnUnknownValue();

    /// <summary>The document says of 0 and 20001 that they come with successes and mean nothing.</summary>
    private static bool IsDocumented(Models.ApiCode code) => code.IsKnown || code.Value is 0 or 20001;
}
