namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>What the observer of the shared clients is told, kept apart by the call that it is told of.</summary>
internal sealed class CallDrifts : ISchemaDriftObserver
{
    private static readonly AsyncLocal<List<SchemaDrift>?> Current = new();

    private CallDrifts()
    {
    }

    public static CallDrifts Observer { get; } = new();

    /// <summary>Makes a call; what was told of it.</summary>
    public static async Task<IReadOnlyList<SchemaDrift>> OfAsync(Func<Task> call)
    {
        var drifts = new List<SchemaDrift>();
        Current.Value = drifts;
        await call();
        return drifts;
    }

    public void OnDrift(SchemaDrift drift) => Current.Value?.Add(drift);
}
