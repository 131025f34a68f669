using System.Security.Claims;
using GenAuth.AspNetCore.Telemetry;
using GenAuth.AspNetCore.WebApp;
using GenAuth.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GenAuth.AspNetCore.Sessions;

/// <summary>Makes the claims of a session from tokens, in the same way after a sign-in and after a renewal.</summary>
/// <param name="app">The application.</param>
/// <param name="scopes">Creates the services of the application's own code.</param>
/// <param name="logger">The log.</param>
internal sealed class SessionClaims(WebApplicationClients app, IServiceScopeFactory scopes, ILogger logger)
{
    /// <summary>The identity of a user who has signed in.</summary>
    /// <exception cref="GenAuthException">The user information could not be loaded.</exception>
    public async Task<ClaimsIdentity> CreateIdentityAsync(ClaimSet idToken, string accessToken, CancellationToken cancellationToken) =>
        await CreateAsync(idToken, await GetUserInfoAsync(idToken, accessToken, cancellationToken).ConfigureAwait(false), isRenewal: false, cancellationToken).ConfigureAwait(false);

    /// <summary>The ticket of a session with renewed tokens. What fails leaves the claims as they were: the tokens have to be stored.</summary>
    public async Task<AuthenticationTicket> CreateTicketAsync(Session session, SignInResult result, CancellationToken cancellationToken)
    {
        var (ticket, tokens) = (session.Ticket, result.Tokens);
        SetToken(ticket.Properties, OpenIdConnectParameterNames.AccessToken, tokens.AccessToken);
        SetToken(ticket.Properties, OpenIdConnectParameterNames.RefreshToken, tokens.RefreshToken ?? session.RefreshToken);
        SetToken(ticket.Properties, OpenIdConnectParameterNames.IdToken, tokens.IdToken ?? ticket.Properties.GetTokenValue(OpenIdConnectParameterNames.IdToken));
        SetToken(ticket.Properties, "expires_at", tokens.ExpiresAt is { } end ? Session.Format(end) : null);
        var principal = result.IdToken is null ? ticket.Principal : await TryCreateAsync(result.IdToken, tokens.AccessToken, cancellationToken).ConfigureAwait(false) ?? ticket.Principal;
        return new AuthenticationTicket(principal, ticket.Properties, ticket.AuthenticationScheme);
    }

    private async Task<ClaimsPrincipal?> TryCreateAsync(ClaimSet idToken, string accessToken, CancellationToken cancellationToken)
    {
        try
        {
            var userInfo = await GetUserInfoAsync(idToken, accessToken, cancellationToken).ConfigureAwait(false);
            return new ClaimsPrincipal(await CreateAsync(idToken, userInfo, isRenewal: true, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            // The application's own code throws exceptions of any type.
            WebAppLog.ClaimsNotRenewed(logger, app.Scheme, exception.GetType().Name);
            return null;
        }
    }

    private Task<UserInfo?> GetUserInfoAsync(ClaimSet idToken, string accessToken, CancellationToken cancellationToken)
    {
        return app.Options.GetClaimsFromUserInfo ? GetAsync() : Task.FromResult<UserInfo?>(null);

        async Task<UserInfo?> GetAsync() => await app.OpenIdConnect.GetUserInfoAsync(accessToken, idToken.Subject, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ClaimsIdentity> CreateAsync(ClaimSet idToken, UserInfo? userInfo, bool isRenewal, CancellationToken cancellationToken)
    {
        var identity = UserIdentity.Create(idToken, userInfo, app.Scheme);
        if (app.Options.OnClaimsCreated is { } callback)
        {
            var scope = scopes.CreateAsyncScope();
            await using var _ = scope.ConfigureAwait(false);
            await callback(new GenAuthClaimsContext(identity, idToken, isRenewal, scope.ServiceProvider, cancellationToken)).ConfigureAwait(false);
        }

        return identity;
    }

    private static void SetToken(AuthenticationProperties properties, string name, string? value)
    {
        if (value is null)
        {
            properties.StoreTokens(properties.GetTokens().Where(token => token.Name != name).ToList());
        }
        else if (!properties.UpdateTokenValue(name, value))
        {
            properties.StoreTokens([.. properties.GetTokens(), new AuthenticationToken { Name = name, Value = value }]);
        }
    }
}
