using GenAuth.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Alipay;

/// <summary>The two endpoints of a sign-in with Alipay.</summary>
internal sealed class AlipayEndpoints(IAuthenticationClient client, GenAuthAlipayOptions options, SingleUse singleUse, ILogger logger)
{
    /// <summary>Longer codes and states are none.</summary>
    private const int MaxLength = 512;

    /// <summary>The service's <c>statusCode</c> if Alipay refuses a code.</summary>
    private const int RefusedByAlipay = 602;

    /// <summary>Gets the text for the Alipay SDK, and a state for the exchange of the code.</summary>
    public Task<IResult> StartAsync(HttpContext context, CancellationToken cancellationToken) => RunAsync(context, async () =>
    {
        var response = await client.GetAlipayAuthInfoAsync(options.Connection, cancellationToken: cancellationToken).ConfigureAwait(false);
        var state = await singleUse.CreateStateAsync(options.StateLifetime, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new AlipaySignInStart { AuthInfo = response.Data.AuthInfo, State = state, ExpiresIn = (long)options.StateLifetime.TotalSeconds });
    });

    /// <summary>Exchanges the code of the Alipay SDK for tokens.</summary>
    public Task<IResult> SignInAsync(AlipaySignInRequest request, HttpContext context, CancellationToken cancellationToken) => RunAsync(context, async () =>
    {
        if (request is not { State: { Length: > 0 and <= MaxLength } state, Code: { Length: > 0 and <= MaxLength } code } || string.IsNullOrWhiteSpace(code))
        {
            return Refuse("invalid_request", "Send state, as the start of the sign-in returned it, and code, the auth_code of the Alipay SDK.");
        }

        // The state first: a request without one must not be able to mark a code as used.
        if (!await singleUse.TryUseStateAsync(state, cancellationToken).ConfigureAwait(false))
        {
            AlipayLog.Replayed(logger, "state");
            return Refuse("invalid_state", "The state is unknown, was used already, or has expired. Start the sign-in again.");
        }

        if (!await singleUse.TryUseCodeAsync(code, options.CodeMemory, cancellationToken).ConfigureAwait(false))
        {
            AlipayLog.Replayed(logger, "code");
            return Refuse("invalid_code", "The code was used already. Start the sign-in again.");
        }

        var response = await client.SignInByAlipayAsync(
            options.Connection,
            code,
            options.Scope is null ? null : new SignInByMobileOptionsDto { Scope = options.Scope },
            cancellationToken: cancellationToken).ConfigureAwait(false);
        return options.OnSignedIn is { } onSignedIn
            ? await onSignedIn(context, response.Data).ConfigureAwait(false)
            : TypedResults.Ok(Convert(response.Data));
    });

    private async Task<IResult> RunAsync(HttpContext context, Func<Task<IResult>> run)
    {
        // The responses contain tokens.
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (GenAuthActionRequiredException exception)
        {
            return TypedResults.Json(AlipayContinuation.Read(exception), statusCode: StatusCodes.Status403Forbidden);
        }
        catch (GenAuthException exception)
        {
            return Describe(exception, context);
        }
    }

    private ProblemHttpResult Describe(GenAuthException exception, HttpContext context)
    {
        switch (exception)
        {
            case GenAuthUpstreamException { StatusCode: RefusedByAlipay }:
                return Refuse("invalid_code", "Alipay refused the code: it was used already, has expired, or belongs to another app. Start the sign-in again.");
            case GenAuthForbiddenException forbidden:
                return CreateProblem(StatusCodes.Status403Forbidden, "access_denied", forbidden.ServiceMessage, forbidden.ApiCode);
            case GenAuthRateLimitedException limited:
                context.Response.Headers.RetryAfter = limited.RetryAfter is { } delay ? FormattableString.Invariant($"{Math.Ceiling(delay.TotalSeconds):F0}") : null;
                return CreateProblem(StatusCodes.Status429TooManyRequests, "rate_limited", "Too many sign-ins. Try again later.");
            default:
                AlipayLog.Failed(logger, exception.Operation, exception.GetType().Name);
                return exception is GenAuthConnectionException or GenAuthTimeoutException or GenAuthServerException or GenAuthUpstreamException
                    ? CreateProblem(StatusCodes.Status503ServiceUnavailable, "temporarily_unavailable", "The sign-in service cannot be reached. Try again later.")
                    : CreateProblem(StatusCodes.Status502BadGateway, "server_error", "The sign-in service refused the request of this server.");
        }
    }

    private static ProblemHttpResult Refuse(string error, string detail) => CreateProblem(StatusCodes.Status400BadRequest, error, detail);

    private static ProblemHttpResult CreateProblem(int status, string error, string? detail, ApiCode? apiCode = null)
    {
        var extensions = new Dictionary<string, object?> { ["error"] = error };
        if (apiCode is { } code)
        {
            extensions["api_code"] = code.Value;
        }

        return TypedResults.Problem(detail, statusCode: status, extensions: extensions);
    }

    private static AlipayTokens Convert(LoginTokenResponseDataDto tokens) => new()
    {
        AccessToken = tokens.AccessToken,
        IdToken = tokens.IdToken,
        RefreshToken = tokens.RefreshToken,
        TokenType = tokens.TokenType,
        ExpiresIn = tokens.ExpireIn,
        Scope = tokens.Scope,
    };
}
