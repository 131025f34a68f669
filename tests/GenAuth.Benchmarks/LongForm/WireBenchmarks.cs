using BenchmarkDotNet.Attributes;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;
using GenAuth.Tests.Shared;

namespace GenAuth.Benchmarks.LongForm;

/// <summary>One contestant after the other, each with its own stub.</summary>
[MemoryDiagnoser]
public abstract class WireBenchmarks
{
    private StubProcess? _stub;

    [Params("bare", "newtonsoft", "sdk", "restsharp", "refit")]
    public string Client { get; set; } = "bare";

    private protected Contestant Contestant { get; private set; } = null!;

    [GlobalSetup]
    public void Start()
    {
        _stub = StubServer.Start();
        Contestant = Field.Create(Client, _stub.Address);
    }

    [GlobalCleanup]
    public void Stop() => _stub?.Dispose();
}
