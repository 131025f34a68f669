using System.Security.Cryptography;
using System.Text;
using GenAuth.AspNetCore.Caching;
using GenAuth.OpenIdConnect;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.AspNetCore.Api;

/// <summary>Validates tokens for the JwtBearer handler. Its <see cref="TokenValidationParameters"/> have no effect: the options of the API decide.</summary>
/// <param name="scheme">The name of the scheme.</param>
/// <param name="tokens">The rules.</param>
/// <param name="cache">Where introspections are cached.</param>
/// <param name="logger">The log.</param>
internal sealed class ApiTokenHandler(string scheme, ApiTokens tokens, DecisionCache cache, ILogger logger) : TokenHandler
{
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        try
        {
            var (jwt, identity) = await tokens.ValidateAsync(token, scheme, CancellationToken.None).ConfigureAwait(false);
            await RequireActiveAsync(token).ConfigureAwait(false);
            ApiMetrics.Accepted(scheme);
            return new TokenValidationResult { IsValid = true, SecurityToken = jwt, ClaimsIdentity = identity };
        }
        catch (GenAuthTokenException exception)
        {
            ApiLog.TokenRefused(logger, scheme, exception.Problem, exception.Message);
            ApiMetrics.Refused(scheme, exception.Problem);
            return new TokenValidationResult { Exception = exception };
        }
        catch (GenAuthException exception)
        {
            ApiLog.ValidationUnavailable(logger, scheme, exception.GetType().Name);
            ApiMetrics.Unavailable(scheme);
            return new TokenValidationResult { Exception = exception };
        }
    }

    public override SecurityToken ReadToken(string token) => new JsonWebToken(token);

    private async ValueTask RequireActiveAsync(string token)
    {
        var options = tokens.Options;
        if (!options.IntrospectTokens)
        {
            return;
        }

        // The hash, because the key appears in the logs and metrics of caches.
        var key = $"genauth.token:{scheme}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}";
        var isActive = await cache.GetAsync(
            key,
            options.IntrospectionCacheDuration,
            (Tokens: tokens, Token: token),
            static (call, cancellationToken) => call.Tokens.IsActiveAsync(call.Token, cancellationToken),
            CancellationToken.None).ConfigureAwait(false);
        if (!isActive)
        {
            throw ApiTokens.CreateNotActive();
        }
    }
}
