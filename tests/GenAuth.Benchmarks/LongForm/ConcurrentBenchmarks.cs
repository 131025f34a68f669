using BenchmarkDotNet.Attributes;
using GenAuth.Benchmarks.Support;

namespace GenAuth.Benchmarks.LongForm;

/// <summary>32 concurrent callers; the figure is the time per call.</summary>
public class ConcurrentBenchmarks : WireBenchmarks
{
    private const int Calls = 2000;

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<double> GetAuthInfo() => Measure.ThroughputAsync(Contestant.GetAuthInfoAsync, callers: 32, Calls);
}
