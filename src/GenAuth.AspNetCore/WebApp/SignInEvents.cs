using System.Security.Claims;
using GenAuth.AspNetCore.Sessions;
using GenAuth.AspNetCore.Telemetry;
using GenAuth.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.WebApp;

/// <summary>What this package does in the events of ASP.NET Core's handler, around the app's own events.</summary>
/// <param name="app">The application.</param>
/// <param name="claims">Makes the claims of a user.</param>
/// <param name="logger">The log.</param>
internal sealed class SignInEvents(WebApplicationClients app, SessionClaims claims, ILogger logger)
{
    /// <summary>Puts the events of the package around those of the app.</summary>
    public void AddTo(OpenIdConnectEvents events)
    {
        var (redirect, signOut, validated, received, failed) =
            (events.OnRedirectToIdentityProvider, events.OnRedirectToIdentityProviderForSignOut, events.OnTokenValidated, events.OnTicketReceived, events.OnRemoteFailure);
        events.OnRedirectToIdentityProvider = context =>
        {
            AuthorizationParameters.AddTo(context.ProtocolMessage, context.Properties, app.Options);
            return redirect(context);
        };
        events.OnRedirectToIdentityProviderForSignOut = context =>
        {
            RemoveReturnWithoutToken(context);
            return signOut(context);
        };
        events.OnTokenValidated = async context =>
        {
            await CreateClaimsAsync(context).ConfigureAwait(false);
            await validated(context).ConfigureAwait(false);
        };
        events.OnTicketReceived = async context =>
        {
            await received(context).ConfigureAwait(false);
            if (context.Result is null)
            {
                WebAppLog.SignedIn(logger, app.Scheme);
                WebAppMetrics.RecordSignIn(app.Scheme, "succeeded");
            }
        };
        events.OnRemoteFailure = async context =>
        {
            var isDenied = IsDenied(context.Failure);
            WebAppLog.SignInFailed(logger, app.Scheme, isDenied ? "access_denied" : GetReason(context.Failure));
            WebAppMetrics.RecordSignIn(app.Scheme, isDenied ? "denied" : "failed");
            await failed(context).ConfigureAwait(false);
            if (context.Result is null && app.Options.SignInFailedPath is { } path)
            {
                context.Response.Redirect(QueryHelpers.AddQueryString(context.Request.PathBase + path, "reason", isDenied ? "denied" : "failed"));
                context.HandleResponse();
            }
        };
    }

    /// <summary>The service returns after a sign-out only with the user's ID token; without it, it shows a page of its own.</summary>
    private static void RemoveReturnWithoutToken(RedirectContext context)
    {
        if (string.IsNullOrEmpty(context.ProtocolMessage.IdTokenHint))
        {
            context.ProtocolMessage.PostLogoutRedirectUri = null;
            context.ProtocolMessage.State = null;
        }
    }

    private async Task CreateClaimsAsync(TokenValidatedContext context)
    {
        var idToken = IdTokenHandler.ReadClaims(context.SecurityToken.RawPayload);
        context.Principal = new ClaimsPrincipal(
            await claims.CreateIdentityAsync(idToken, context.TokenEndpointResponse!.AccessToken, context.HttpContext.RequestAborted).ConfigureAwait(false));
    }

    private static bool IsDenied(Exception? failure) => failure?.Data["error"] is "access_denied";

    /// <summary>The types of the exceptions. Their messages may quote the request.</summary>
    private static string GetReason(Exception? failure) => failure switch
    {
        null => "no reason",
        AuthenticationFailureException { InnerException: { } inner } => GetReason(inner),
        GenAuthOAuthException oauth => oauth.Error,
        GenAuthTokenException token => token.Problem.ToString(),
        _ => failure.GetType().Name,
    };
}
