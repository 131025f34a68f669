using System.Security.Claims;

namespace GenAuth.AspNetCore;

/// <summary>
/// Acts for signed-in users, also where there is no request, as in a component of Blazor Server or a hub of SignalR. A singleton; safe for
/// use by several threads.
/// </summary>
public interface IGenAuthUsers
{
    /// <summary>A client that sends the current access token of a user, which is renewed if necessary. Cheap: all clients share their connections.</summary>
    /// <param name="user">The signed-in user, as ASP.NET Core provides it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The user did not sign in with this package.</exception>
    /// <exception cref="GenAuthSignInRequiredException">The session has ended, or its token has expired and cannot be renewed.</exception>
    /// <exception cref="GenAuthException">The token has expired, and the service did not renew it for now.</exception>
    Task<IAuthenticationClient> GetClientAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default);

    /// <summary>The current access token of a user, which is renewed if necessary, for calls of your own API.</summary>
    /// <param name="user">The signed-in user of a web app, as ASP.NET Core provides it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The user did not sign in to a web app of this package.</exception>
    /// <exception cref="GenAuthSignInRequiredException">The session has ended, or its token has expired and cannot be renewed.</exception>
    /// <exception cref="GenAuthException">The token has expired, and the service did not renew it for now.</exception>
    Task<string> GetAccessTokenAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default);
}
