using BenchmarkDotNet.Attributes;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;

namespace GenAuth.Benchmarks.LongForm;

/// <summary>Whole calls over the wire.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
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

    [Benchmark]
    public Task<string?> GetAuthInfo() => _contestant!.GetAuthInfoAsync();

    [Benchmark]
    public Task<int> ListUsers() => _contestant!.ListUsersAsync(50);
}
