namespace GenAuth.Benchmarks.Contestants;

/// <summary>All contestants, the limit first.</summary>
internal static class Field
{
    public static IReadOnlyList<string> Names { get; } = ["bare", "newtonsoft", "sdk", "restsharp", "refit"];

    /// <summary>Over the wire: each on connections of its own, the SDK on those that it makes itself.</summary>
    public static IReadOnlyList<Contestant> On(Uri address) => [.. Names.Select(name => Create(name, address))];

    /// <summary>On an answer from memory.</summary>
    public static IReadOnlyList<Contestant> On(byte[] answer) =>
        [.. Names.Select(name => Create(name, new Uri("http://127.0.0.1"), new HttpClient(new CannedHandler(answer))))];

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
