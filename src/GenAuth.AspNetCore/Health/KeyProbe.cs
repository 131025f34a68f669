using GenAuth.OpenIdConnect;

namespace GenAuth.AspNetCore.Health;

/// <summary>Reads the keys of the application of an API or a web app.</summary>
/// <param name="name">The name of the scheme.</param>
/// <param name="algorithm">The algorithm of the application's tokens.</param>
/// <param name="probe">Reads the keys past all caches, and returns their number.</param>
internal sealed class KeyProbe(string name, TokenSigningAlgorithm algorithm, Func<CancellationToken, Task<int>> probe) : IProviderProbe
{
    public string Name => name;

    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var count = await probe(cancellationToken).ConfigureAwait(false);
        if (count == 0 && algorithm == TokenSigningAlgorithm.RS256)
        {
            throw new GenAuthTokenException("getSigningKeys", TokenProblem.UnknownKey, "the service publishes no key for RS256. Check SigningAlgorithm and the application's settings in the console.");
        }
    }
}
