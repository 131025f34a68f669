using System.Collections.Concurrent;

namespace GenAuth.Tests.Drift;

/// <summary>Records the reported drift.</summary>
internal sealed class DriftRecorder : ISchemaDriftObserver
{
    private readonly ConcurrentQueue<SchemaDrift> _drifts = new();

    public IReadOnlyList<SchemaDrift> All => [.. _drifts];

    public SchemaDrift Only => Assert.Single(_drifts);

    public void Forget() => _drifts.Clear();

    public void OnDrift(SchemaDrift drift) => _drifts.Enqueue(drift);
}
