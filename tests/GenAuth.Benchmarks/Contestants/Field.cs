namespace GenAuth.Benchmarks.Contestants;

/// <summary>All contestants, the lower limit first.</summary>
internal static class Field
{
    public static IReadOnlyList<string> Names { get; } = ["bare", "newtonsoft", "sdk", "restsharp", "refit"];

    /// <summary>With connections: each contestant has its own, the SDK those of its default client.</summary>
    public static IReadOnlyList<Contestant> On(Uri address) => [.. Names.Select(name => Create(name, address))];

    /// <summary>With a response from memory.</summary>
    public static IReadOnlyList<Contestant> On(byte[] response) =>
        [.. Names.Select(name => Create(name, new Uri("http://127.0.0.1"), new HttpClient(new CannedHandler(response))))];

    public static Contestant Create(string name, Uri address, HttpClient? http = null) => name switch
    {
        "bare" => new BareClient(address, http ?? Contestant.CreateHttpClient()),
        "newtonsoft" => new NewtonsoftClient(address, http ?? Contestant.CreateHttpClient()),
        "sdk" => new SdkClient(address, http),
        "restsharp" => new RestSharpClient(address, http ?? Contestant.CreateHttpClient()),
        "refit" => new RefitClient(address, http ?? Contestant.CreateHttpClient()),
        _ => throw new ArgumentException($"There is no contestant {name}. Known are {string.Join(", ", Names)}.", nameof(name)),
    };
}
