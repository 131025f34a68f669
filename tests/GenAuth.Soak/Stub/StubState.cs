namespace GenAuth.Soak.Stub;

/// <summary>The state of the stub as it reports it.</summary>
/// <param name="Connections">The number of open connections, including that of this request.</param>
/// <param name="MostConnections">The maximum number of concurrent connections.</param>
/// <param name="Tokens">The number of token exchanges.</param>
/// <param name="StrayHeaders">The number of headers of one call that were received with another.</param>
/// <param name="Attempts">The number of requests of each call; empty if not requested.</param>
internal sealed record StubState(int Connections, int MostConnections, int Tokens, int StrayHeaders, int[] Attempts);
