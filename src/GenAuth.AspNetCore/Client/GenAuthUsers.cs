using System.Security.Claims;

namespace GenAuth.AspNetCore.Client;

/// <summary>Asks each way of signing in for the user.</summary>
/// <param name="sources">The ways of signing in that are registered.</param>
/// <param name="sessions">The sessions of web apps.</param>
internal sealed class GenAuthUsers(IEnumerable<IUserClientSource> sources, SessionTokens sessions) : IGenAuthUsers
{
    public async Task<IAuthenticationClient> GetClientAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        foreach (var source in sources)
        {
            if (await source.FindAsync(user, cancellationToken).ConfigureAwait(false) is { } client)
            {
                return client;
            }
        }

        throw new InvalidOperationException(
            "The user did not sign in with GenAuth. Require authorization for the endpoint, and call this method with the user of the request: a principal that was built from claims has no session.");
    }

    public async Task<string> GetAccessTokenAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await sessions.FindTokenAsync(user, cancellationToken).ConfigureAwait(false) is { } found
            ? found.Token
            : throw new InvalidOperationException("The user has no session of a web app. Require authorization for the endpoint, and call this method with the user of the request.");
    }
}
