namespace GenAuth.Soak.Stub;

/// <summary>What the stub tells of itself.</summary>
/// <param name="Connections">That are open; the one that asks is one of them.</param>
/// <param name="MostConnections">That were open at once.</param>
/// <param name="Tokens">How often a management token was asked for.</param>
/// <param name="StrayHeaders">How often a header of one call was seen on another.</param>
/// <param name="Attempts">Per call how often it arrived; empty where it was not asked for.</param>
internal sealed record StubState(int Connections, int MostConnections, int Tokens, int StrayHeaders, int[] Attempts);
