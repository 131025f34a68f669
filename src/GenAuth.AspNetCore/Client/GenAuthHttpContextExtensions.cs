using GenAuth;
using GenAuth.AspNetCore;
using Microsoft.Extensions.DependencyInjection;

// The namespace of HttpContext, so that the methods are found wherever there is one.
namespace Microsoft.AspNetCore.Http;

/// <summary>Acts for the signed-in user of a request.</summary>
public static class GenAuthHttpContextExtensions
{
    /// <summary>A client that sends the current access token of the request's user, which is renewed if necessary.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The user did not sign in with this package.</exception>
    /// <exception cref="GenAuthSignInRequiredException">The session has ended, or its token has expired and cannot be renewed.</exception>
    /// <exception cref="GenAuthException">The token has expired, and the service did not renew it for now.</exception>
    public static Task<IAuthenticationClient> GetGenAuthClientAsync(this HttpContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<IGenAuthUsers>().GetClientAsync(context.User, cancellationToken);
    }

    /// <summary>The current access token of the request's user, which is renewed if necessary, for calls of your own API.</summary>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The user did not sign in to a web app of this package.</exception>
    /// <exception cref="GenAuthSignInRequiredException">The session has ended, or its token has expired and cannot be renewed.</exception>
    /// <exception cref="GenAuthException">The token has expired, and the service did not renew it for now.</exception>
    public static Task<string> GetGenAuthAccessTokenAsync(this HttpContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<IGenAuthUsers>().GetAccessTokenAsync(context.User, cancellationToken);
    }
}
