using System.Security.Claims;
using GenAuth.AspNetCore.Sessions;
using GenAuth.AspNetCore.WebApp;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.AspNetCore.Client;

/// <summary>Finds the access token of a user in the session of a web app.</summary>
/// <param name="services">The applications, by scheme.</param>
internal sealed class SessionTokens(IServiceProvider services) : IUserClientSource
{
    /// <summary>How long a session is used without reading it again: a user who has signed out elsewhere is refused after it.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    public async Task<IAuthenticationClient?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await FindTokenAsync(user, cancellationToken).ConfigureAwait(false) is { } found ? found.App.Api.WithAccessToken(found.Token) : null;

    /// <summary>The application and the current token of a user, or <see langword="null"/> if the user has no session.</summary>
    /// <exception cref="GenAuthException">There is no valid token.</exception>
    public async Task<(WebApplicationClients App, string Token)?> FindTokenAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (SessionReference.Find(user) is not { } reference)
        {
            return null;
        }

        var app = services.GetRequiredKeyedService<WebApplicationClients>(reference.Scheme);
        var (session, readAt) = reference.Current;
        var now = app.TimeProvider.GetUtcNow();
        GenAuthException? failure = null;
        if (now - readAt > MaxAge || session.IsDue(now))
        {
            (session, failure) = await ReadAsync(reference, now, cancellationToken).ConfigureAwait(false);
        }

        return session.AccessToken is { } token && !session.HasExpiredToken(now)
            ? (app, token)
            : throw failure ?? new GenAuthSignInRequiredException("it has expired, and the session has no refresh token. Add offline_access to Scope, or let the user sign in again.");
    }

    private async Task<(Session Session, GenAuthException? Failure)> ReadAsync(SessionReference reference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sessions = services.GetRequiredKeyedService<SessionCache>(reference.Scheme);
        var renewal = services.GetRequiredKeyedService<TokenRenewal>(reference.Scheme);
        var session = await sessions.ReadAsync(reference.Current.Session.Key, cancellationToken).ConfigureAwait(false);
        var result = session is null || session.HasEnded(now) ? default : await renewal.RenewIfDueAsync(session, cancellationToken).ConfigureAwait(false);
        if (result.Session is null)
        {
            throw new GenAuthSignInRequiredException("the session has ended. Let the user sign in again.");
        }

        reference.Current = new(result.Session, now);
        return (result.Session, result.Failure);
    }
}
