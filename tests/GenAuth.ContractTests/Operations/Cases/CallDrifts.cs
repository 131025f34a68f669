namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>Records the drift of the shared clients by call.</summary>
internal sealed class CallDrifts : ISchemaDriftObserver
{
    private static readonly AsyncLocal<List<SchemaDrift>?> Current = new();

    private CallDrifts()
    {
    }

    public static CallDrifts Observer { get; } = new();

    /// <summary>Makes a call and returns its drift.</summary>
    public static async Task<IReadOnlyList<SchemaDrift>> RecordAsync(Func<Task> call)
    {
        var drifts = new List<SchemaDrift>();
        Current.Value = drifts;
        await call();
        return drifts;
    }

    public void OnDrift(SchemaDrift drift) => Current.Value?.Add(drift);
}
