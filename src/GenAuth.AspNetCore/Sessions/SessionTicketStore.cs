using System.Security.Cryptography;
using GenAuth.AspNetCore.WebApp;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.AspNetCore.Sessions;

/// <summary>Keeps the sessions of the cookie handler in the cache, and renews their tokens when they are read. The cookie has the key only.</summary>
/// <param name="app">The application.</param>
/// <param name="sessions">The sessions.</param>
/// <param name="renewal">Renews tokens.</param>
/// <param name="cookies">The settings of the cookie.</param>
internal sealed class SessionTicketStore(WebApplicationClients app, SessionCache sessions, TokenRenewal renewal, IOptionsMonitor<CookieAuthenticationOptions> cookies) : ITicketStore
{
    private const int KeyBytes = 32;

    private DateTimeOffset Now => app.TimeProvider.GetUtcNow();

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, null, CancellationToken.None);

    async Task<string> ITicketStore.StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        await StoreAsync(ticket, httpContext, cancellationToken).ConfigureAwait(false);

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, null, CancellationToken.None);

    async Task<AuthenticationTicket?> ITicketStore.RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) =>
        await RetrieveAsync(key, httpContext, cancellationToken).ConfigureAwait(false);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, null, CancellationToken.None);

    async Task ITicketStore.RenewAsync(string key, AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        await RenewAsync(key, ticket, httpContext, cancellationToken).ConfigureAwait(false);

    public Task RemoveAsync(string key) => sessions.RemoveAsync(key, CancellationToken.None);

    private async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext? context, CancellationToken cancellationToken)
    {
        var key = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(KeyBytes));
        Session.Prepare(ticket, key, Now, app.Options.RenewBefore);
        await sessions.AddAsync(key, ticket, cancellationToken).ConfigureAwait(false);
        if (NewSession.Find(context)?.EarlierKey is { } earlier)
        {
            await sessions.RemoveAsync(earlier, cancellationToken).ConfigureAwait(false);
        }

        return key;
    }

    private async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext? context, CancellationToken cancellationToken)
    {
        if (NewSession.Find(context) is { } signIn)
        {
            signIn.EarlierKey = key;
            return null;
        }

        var session = await sessions.ReadAsync(key, cancellationToken).ConfigureAwait(false);
        if (session?.HasEnded(Now) == false)
        {
            session = (await renewal.RenewIfDueAsync(session, cancellationToken).ConfigureAwait(false)).Session;
        }

        if (session is null)
        {
            DeleteCookie(context);
            return null;
        }

        new SessionReference(app.Scheme, session, Now).AttachTo(session.Ticket.Principal);
        if (context is not null)
        {
            context.Items[this] = session;
        }

        return session.Ticket;
    }

    /// <summary>The cookie handler calls it when a session is used, and when the app signs a user in while there is a session.</summary>
    private async Task RenewAsync(string key, AuthenticationTicket ticket, HttpContext? context, CancellationToken cancellationToken)
    {
        var current = await sessions.ReadAsync(key, cancellationToken).ConfigureAwait(false);
        if (Session.IsFrom(ticket, key))
        {
            // Without a session the user has signed out in another request meanwhile.
            if (current is not null)
            {
                await sessions.WriteLifetimeAsync(key, ticket.Properties, cancellationToken).ConfigureAwait(false);
                if (context?.Items[this] is Session read && !read.HasStored(ticket.Principal))
                {
                    await renewal.ReplaceClaimsAsync(key, ticket.Principal, cancellationToken).ConfigureAwait(false);
                }
            }

            return;
        }

        if (current is null || current.Subject != Session.GetSubject(ticket))
        {
            throw new InvalidOperationException(
                "SignInAsync was called in a request that has the session of another user, or whose session was removed. The new session must not have the key of the old one: sign out in a request of its own first.");
        }

        Session.Prepare(ticket, key, Now, app.Options.RenewBefore);
        await sessions.AddAsync(key, ticket, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the cookie of a session that has ended.</summary>
    private void DeleteCookie(HttpContext? context)
    {
        if (context is { Response.HasStarted: false })
        {
            var options = cookies.Get(GenAuthWebAppDefaults.GetCookieScheme(app.Scheme));
            options.CookieManager.DeleteCookie(context, options.Cookie.Name!, options.Cookie.Build(context));
        }
    }
}
