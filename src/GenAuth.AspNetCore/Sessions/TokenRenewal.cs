using System.Diagnostics;
using System.Security.Claims;
using GenAuth.AspNetCore.Telemetry;
using GenAuth.AspNetCore.WebApp;
using GenAuth.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Sessions;

/// <summary>
/// Renews the tokens of a session before they end. One request of all replicas does it; the others continue with the old access token
/// as long as it is valid, and then wait for the new one.
/// </summary>
/// <param name="app">The application.</param>
/// <param name="sessions">The sessions.</param>
/// <param name="sessionLock">Excludes other requests.</param>
/// <param name="claims">Makes the claims of the renewed session.</param>
/// <param name="logger">The log.</param>
internal sealed class TokenRenewal(WebApplicationClients app, SessionCache sessions, SessionLock sessionLock, SessionClaims claims, ILogger logger)
{
    /// <summary>How long no session is renewed after the service did not respond, so that requests do not wait for it one after the other.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private OutageState? _outage;

    private DateTimeOffset Now => app.TimeProvider.GetUtcNow();

    /// <param name="session">The session as this request has read it.</param>
    /// <param name="cancellationToken">Ends the waiting, not a renewal that has begun.</param>
    public async Task<RenewalResult> RenewIfDueAsync(Session session, CancellationToken cancellationToken)
    {
        var start = app.TimeProvider.GetTimestamp();
        var current = session;
        while (current.IsDue(Now))
        {
            if (_outage is { } outage && Now < outage.End)
            {
                return new(current, outage.Failure);
            }

            if (await TryRenewAsync(current, cancellationToken).ConfigureAwait(false) is { } result)
            {
                return result;
            }

            // Another request renews the tokens.
            if (!current.HasExpiredToken(Now))
            {
                return new(current);
            }

            if (app.TimeProvider.GetElapsedTime(start) > SessionLock.MaxStay)
            {
                return new(current, new GenAuthSignInRequiredException("Another request renews the tokens, which has not succeeded yet. Try again later."));
            }

            await Task.Delay(SessionLock.PollInterval, app.TimeProvider, cancellationToken).ConfigureAwait(false);
            if (await sessions.ReadAsync(session.Key, cancellationToken).ConfigureAwait(false) is not { } read)
            {
                return default;
            }

            current = read;
        }

        return new(current);
    }

    /// <summary>Stores claims that the app has changed. The tokens stay those of the latest renewal.</summary>
    /// <exception cref="TimeoutException">Another request holds the lock of the session for too long.</exception>
    public async Task ReplaceClaimsAsync(string key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var start = app.TimeProvider.GetTimestamp();
        IAsyncDisposable? held;
        while ((held = await sessionLock.TryEnterAsync(sessions.GetLockName(key), cancellationToken).ConfigureAwait(false)) is null)
        {
            if (app.TimeProvider.GetElapsedTime(start) > SessionLock.MaxStay)
            {
                throw new TimeoutException("The changed claims of a session were not stored, because another request holds its lock. Repeat the request.");
            }

            await Task.Delay(SessionLock.PollInterval, app.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        await using var _ = held.ConfigureAwait(false);
        if (await sessions.ReadAsync(key, cancellationToken).ConfigureAwait(false) is { Ticket: var ticket })
        {
            await sessions.WriteContentAsync(key, new AuthenticationTicket(user, ticket.Properties, ticket.AuthenticationScheme), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Renews the tokens, unless another request does: then the result is <see langword="null"/>.</summary>
    private async Task<RenewalResult?> TryRenewAsync(Session session, CancellationToken cancellationToken)
    {
        var held = await sessionLock.TryEnterAsync(sessions.GetLockName(session.Key), cancellationToken).ConfigureAwait(false);
        if (held is null)
        {
            return null;
        }

        await using var _ = held.ConfigureAwait(false);
        using var limit = new CancellationTokenSource(SessionLock.MaxStay, app.TimeProvider);

        // Again, because another request may have renewed the tokens after this one had read them.
        return await sessions.ReadAsync(session.Key, limit.Token).ConfigureAwait(false) switch
        {
            null => default(RenewalResult),
            { } current when !current.IsDue(Now) => new(current),
            { } current => await RenewAsync(current, limit.Token).ConfigureAwait(false),
        };
    }

    private async Task<RenewalResult> RenewAsync(Session session, CancellationToken limit)
    {
        using var activity = AspNetCoreTelemetry.Activities.StartActivity("renewTokens");
        var start = app.TimeProvider.GetTimestamp();
        try
        {
            var result = await app.OpenIdConnect.RefreshAsync(session.RefreshToken!, session.Subject, limit).ConfigureAwait(false);
            var ticket = await claims.CreateTicketAsync(session, result, limit).ConfigureAwait(false);
            Session.Prepare(ticket, session.Key, Now, app.Options.RenewBefore);

            // Not cancelled: the service may have replaced the refresh token.
            await sessions.WriteContentAsync(session.Key, ticket, CancellationToken.None).ConfigureAwait(false);
            var elapsed = app.TimeProvider.GetElapsedTime(start);
            WebAppLog.TokensRenewed(logger, app.Scheme, elapsed.TotalMilliseconds);
            WebAppMetrics.RecordRenewal(app.Scheme, "renewed", elapsed, activity);
            _outage = null;
            return new(await sessions.ReadAsync(session.Key, CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception exception) when (GetRefusal(exception) is { } reason)
        {
            return await EndAsync(session, reason, start, activity).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is GenAuthException or OperationCanceledException)
        {
            var failure = exception as GenAuthException ?? new GenAuthSignInRequiredException("The renewal of the tokens took too long. Try again later.");
            _outage = new(Now + Pause, failure);
            WebAppLog.RenewalFailed(logger, app.Scheme, exception.GetType().Name, Pause.TotalSeconds);
            WebAppMetrics.RecordRenewal(app.Scheme, "failed", app.TimeProvider.GetElapsedTime(start), activity);
            return new(session, failure);
        }
    }

    /// <summary>Ends a session whose refresh token is refused, unless another replica has replaced the token.</summary>
    private async Task<RenewalResult> EndAsync(Session session, string reason, long start, Activity? activity)
    {
        if (await sessions.ReadAsync(session.Key, CancellationToken.None).ConfigureAwait(false) is { } other && other.RefreshToken != session.RefreshToken)
        {
            return new(other);
        }

        await sessions.RemoveAsync(session.Key, CancellationToken.None).ConfigureAwait(false);
        WebAppLog.RenewalRefused(logger, app.Scheme, reason);
        WebAppMetrics.RecordRenewal(app.Scheme, "refused", app.TimeProvider.GetElapsedTime(start), activity);
        return default;
    }

    /// <summary>Why a session cannot continue, or <see langword="null"/> if a later attempt may succeed.</summary>
    private static string? GetRefusal(Exception exception) => exception switch
    {
        GenAuthOAuthException { Error: "invalid_grant" } => "invalid_grant",
        GenAuthTokenException refused => refused.Problem.ToString(),
        _ => null,
    };

    private sealed record OutageState(DateTimeOffset End, GenAuthException Failure);
}
