using System.Security.Claims;

namespace GenAuth.AspNetCore.Client;

/// <summary>Finds the access token of a signed-in user by the way in which the user signed in: a session of a web app, or a bearer token.</summary>
internal interface IUserClientSource
{
    /// <summary>Returns a client that acts for the user, or <see langword="null"/> if the user did not sign in this way.</summary>
    /// <exception cref="GenAuthException">The user did, but there is no valid token.</exception>
    Task<IAuthenticationClient?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken);
}
