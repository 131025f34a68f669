using GenAuth.AspNetCore.Health;
using GenAuth.OpenIdConnect;

namespace GenAuth.AspNetCore.Api;

/// <summary>Reads the keys of the application whose tokens an API accepts.</summary>
internal sealed class ApiProbe(string scheme, ApiTokens tokens) : IProviderProbe
{
    public string Name => scheme;

    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var count = await tokens.ProbeAsync(cancellationToken).ConfigureAwait(false);
        if (count == 0 && tokens.Options.SigningAlgorithm == TokenSigningAlgorithm.RS256)
        {
            throw new GenAuthTokenException("getSigningKeys", TokenProblem.UnknownKey, "the service publishes no key for RS256. Check SigningAlgorithm and the application's settings in the console.");
        }
    }
}
