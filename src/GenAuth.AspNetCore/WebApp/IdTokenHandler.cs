using System.Text.Json;
using GenAuth.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.AspNetCore.WebApp;

/// <summary>
/// Validates ID tokens for ASP.NET Core's handler with <see cref="OpenIdConnectClient"/>: with the configured algorithm only, with the
/// keys of the service also just after a rotation, by the application's clock. Nonce and <c>at_hash</c> are checked by the handler.
/// </summary>
/// <param name="client">The application's client.</param>
/// <param name="scheme">The application's scheme.</param>
internal sealed class IdTokenHandler(IOpenIdConnectClient client, string scheme) : TokenHandler
{
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        try
        {
            var validated = await client.ValidateIdTokenAsync(token).ConfigureAwait(false);
            return new TokenValidationResult { IsValid = true, SecurityToken = new JsonWebToken(token), ClaimsIdentity = validated.ToClaimsIdentity(scheme) };
        }
        catch (GenAuthException exception)
        {
            return new TokenValidationResult { IsValid = false, Exception = exception };
        }
    }

    public override SecurityToken ReadToken(string token) => new JsonWebToken(token);

    /// <summary>The claims of a token that was validated.</summary>
    /// <param name="payload">The second part of the token.</param>
    public static ValidatedToken ReadClaims(string payload)
    {
        using var json = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(payload));
        return new ValidatedToken(json.RootElement);
    }
}
