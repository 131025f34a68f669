using System.Text.Encodings.Web;
using GenAuth.AspNetCore.Authorization;
using GenAuth.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace GenAuth.AspNetCore.Api;

/// <summary>
/// The JwtBearer handler with the responses of RFC 6750: the reason of a 401, the missing scope of a 403, and 503 if the service could not
/// be asked, because a client must not sign its user out for an outage.
/// </summary>
internal sealed class ApiAuthenticationHandler(IOptionsMonitor<JwtBearerOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : JwtBearerHandler(options, logger, encoder)
{
    /// <summary>When a client may try again after 503, in seconds.</summary>
    private const string RetryAfterSeconds = "5";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync().ConfigureAwait(false)).Failure;
        var isUnavailable = failure is GenAuthException and not GenAuthTokenException;
        var context = new JwtBearerChallengeContext(Context, Scheme, Options, properties) { AuthenticateFailure = failure };
        if (failure is not null && !isUnavailable && Options.IncludeErrorDetails)
        {
            // RFC 6750, section 3: a request without a token gets no error.
            (context.Error, context.ErrorDescription) = ("invalid_token", BearerChallenge.Describe(failure));
        }

        await Events.Challenge(context).ConfigureAwait(false);
        if (context.Handled)
        {
            return;
        }

        if (isUnavailable)
        {
            RespondUnavailable();
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append(HeaderNames.WWWAuthenticate, BearerChallenge.Format(Options.Challenge, context.Error, context.ErrorDescription, context.ErrorUri));
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var denial = Context.Features.Get<AccessDenial>();
        if (denial is { IsUnavailable: true } && !Response.HasStarted)
        {
            RespondUnavailable();
            return;
        }

        if (denial?.MissingScopes is { Length: > 0 } scopes && !Response.HasStarted)
        {
            Response.Headers.Append(
                HeaderNames.WWWAuthenticate, BearerChallenge.Format(Options.Challenge, "insufficient_scope", "The access token lacks a scope.", null, scopes));
        }

        await base.HandleForbiddenAsync(properties).ConfigureAwait(false);
    }

    private void RespondUnavailable()
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        Response.Headers.RetryAfter = RetryAfterSeconds;
    }
}
