using BenchmarkDotNet.Attributes;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;
using GenAuth.Benchmarks.Support;

namespace GenAuth.Benchmarks.LongForm;

/// <summary>32 callers at once; the figure is the time per call.</summary>
[MemoryDiagnoser]
public class ConcurrentBenchmarks
{
    private const int Calls = 2000;

    private StubProcess? _stub;
    private Contestant? _contestant;

    [Params("bare", "newtonsoft", "sdk", "restsharp", "refit")]
    public string Client { get; set; } = "bare";

    [GlobalSetup]
    public void Start()
    {
        _stub = StubProcess.Start();
        _contestant = Field.Create(Client, _stub.Address);
    }

    [GlobalCleanup]
    public void Stop() => _stub?.Dispose();

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<double> GetAuthInfo() => Measure.ThroughputAsync(_contestant!.GetAuthInfoAsync, callers: 32, Calls);
}
