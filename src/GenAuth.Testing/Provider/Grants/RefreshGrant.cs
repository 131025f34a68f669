using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.Grants;

/// <summary>Exchanges a refresh token for new tokens.</summary>
internal sealed class RefreshGrant(TenantSettings settings, TenantStore store, TokenService tokens)
{
    /// <exception cref="OAuthErrorException">The token is not valid.</exception>
    public JsonObject Handle(RequestParameters form, ProtocolFlavor protocol)
    {
        var value = form.Require("refresh_token");
        if (tokens.FindActive(value) is not { IsRefreshToken: true } token || token.Grant.Protocol != protocol.Prefix || !tokens.IsUserActive(token.Grant))
        {
            store.Grants.RevokeIfUsed(value);
            throw OAuthErrorException.InvalidGrant("The refresh token is unknown, has expired, or was revoked or replaced.");
        }

        var scopes = form["scope"] is null ? token.Scopes : form.List("scope");
        if (scopes.Except(token.Scopes).Any())
        {
            throw new OAuthErrorException("invalid_scope", "scope contains more than the user has granted.");
        }

        if (!settings.RotateRefreshTokens)
        {
            return tokens.CreateTokens(token.Grant, scopes, refreshToken: token);
        }

        return store.Grants.TryReplace(token)
            ? tokens.CreateTokens(token.Grant, scopes, refreshToken: tokens.CreateRefreshToken(token.Grant, token))
            : throw OAuthErrorException.InvalidGrant("The refresh token was already replaced.");
    }
}
