namespace GenAuth.Http;

/// <summary>What is the same for all calls of a client; made once, never changed.</summary>
/// <param name="Host">Scheme and host of the service.</param>
/// <param name="HeaderPrefix">What the SDK's headers begin with.</param>
/// <param name="FixedHeaders">Headers that every request carries.</param>
/// <param name="Language">The language of the service's messages, if one is asked for.</param>
/// <param name="Timeout">The limit of a whole call.</param>
/// <param name="MaxResponseBytes">The limit of a body.</param>
internal sealed record TransportSettings(
    Uri Host,
    string HeaderPrefix,
    IReadOnlyList<KeyValuePair<string, string>> FixedHeaders,
    string? Language,
    TimeSpan Timeout,
    long MaxResponseBytes);
