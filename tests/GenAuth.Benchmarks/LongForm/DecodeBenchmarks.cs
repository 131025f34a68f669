using BenchmarkDotNet.Attributes;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;

namespace GenAuth.Benchmarks.LongForm;

/// <summary>Pages of users from memory.</summary>
[MemoryDiagnoser]
public class DecodeBenchmarks
{
    private Contestant? _contestant;

    [Params("bare", "newtonsoft", "sdk", "restsharp", "refit")]
    public string Client { get; set; } = "bare";

    [Params(1, 50, 1_000)]
    public int Users { get; set; }

    [GlobalSetup]
    public void Start() =>
        _contestant = Field.Create(Client, new Uri("http://127.0.0.1"), new HttpClient(new CannedHandler(StubResponses.Page(Users))));

    [Benchmark]
    public Task<int> ReadUsers() => _contestant!.ReadUsersAsync();
}
