using BenchmarkDotNet.Attributes;

namespace GenAuth.Benchmarks.LongForm;

/// <summary>Whole calls over the wire.</summary>
public class CallBenchmarks : WireBenchmarks
{
    [Benchmark]
    public Task<string?> GetAuthInfo() => Contestant.GetAuthInfoAsync();

    [Benchmark]
    public Task<int> ListUsers() => Contestant.ListUsersAsync(50);
}
