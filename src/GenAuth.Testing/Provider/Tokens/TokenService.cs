using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.Tokens;

/// <summary>Issues codes and tokens, and finds those that are still valid.</summary>
/// <param name="settings">The application.</param>
/// <param name="store">Where codes and tokens are.</param>
/// <param name="keys">The keys for RS256.</param>
/// <param name="host">The tenant's address.</param>
internal sealed class TokenService(TenantSettings settings, TenantStore store, TokenKeys keys, Func<string> host)
{
    private DateTimeOffset Now => settings.TimeProvider.GetUtcNow();

    public string GetIssuer(Grant grant) => host() + grant.Protocol;

    public Grant CreateGrant(ProtocolFlavor protocol, string userId, IReadOnlyList<string> scopes, DateTimeOffset authenticatedAt, bool hasAuthenticationTime = false) =>
        new(protocol.Prefix, settings.AppId, userId, scopes, authenticatedAt) { HasAuthenticationTime = hasAuthenticationTime };

    /// <param name="grant">What the code stands for.</param>
    /// <param name="redirectUri">The address that it is sent to.</param>
    /// <param name="prefix">The beginning of the code.</param>
    public AuthorizationCode CreateCode(Grant grant, string redirectUri, string prefix = "") =>
        new(prefix + Secrets.CreateHex(40), grant, redirectUri, Now.AddSeconds(settings.AuthorizationCodeLifetimeSeconds));

    /// <summary>The response of a token endpoint: an access token, and an ID and a refresh token if the scopes include them.</summary>
    /// <param name="grant">What the tokens stand for.</param>
    /// <param name="scopes">The scopes of the access token.</param>
    /// <param name="nonce">The nonce of the authorization request.</param>
    /// <param name="refreshToken">The refresh token to return; <see langword="null"/> creates one if the scopes include it.</param>
    public JsonObject CreateTokens(Grant grant, IReadOnlyList<string> scopes, string? nonce = null, IssuedToken? refreshToken = null)
    {
        var access = CreateAccessToken(grant, scopes, settings.AccessTokenLifetimeSeconds);
        var isOpenId = grant.Protocol == ProtocolFlavor.OpenIdConnect.Prefix;
        var tokens = new JsonObject { ["scope"] = string.Join(' ', scopes), ["access_token"] = access.Value };
        if (isOpenId && scopes.Contains(UserClaims.OpenId))
        {
            tokens["id_token"] = CreateIdToken(grant, scopes, nonce, access.Value);
        }

        // OAuth 2.0 of the service has no offline_access.
        refreshToken ??= !isOpenId || grant.Scopes.Contains(UserClaims.OfflineAccess) ? CreateRefreshToken(grant, null) : null;
        if (refreshToken is not null)
        {
            tokens["refresh_token"] = refreshToken.Value;
        }

        tokens["token_type"] = "Bearer";
        tokens["expires_in"] = settings.AccessTokenLifetimeSeconds;
        return tokens;
    }

    public IssuedToken CreateAccessToken(Grant grant, IReadOnlyList<string> scopes, long lifetimeSeconds)
    {
        var (now, id) = (Now, Secrets.CreateHex(32));
        var value = grant.Protocol == ProtocolFlavor.OpenIdConnect.Prefix ? Sign(grant, CreateAccessClaims(grant, scopes, id), now, lifetimeSeconds) : Secrets.CreateHex(40);
        return Keep(new IssuedToken(value, id, grant, scopes, now, now.AddSeconds(lifetimeSeconds)));
    }

    /// <summary>Creates an ID token.</summary>
    /// <param name="grant">What the token stands for.</param>
    /// <param name="scopes">The scopes, which decide about the claims of the user.</param>
    /// <param name="nonce">The nonce of the authorization request.</param>
    /// <param name="accessToken">The access token that is returned with it, for <c>at_hash</c>.</param>
    /// <param name="code">The code that is returned with it, for <c>c_hash</c>.</param>
    public string CreateIdToken(Grant grant, IReadOnlyList<string> scopes, string? nonce, string? accessToken, string? code = null)
    {
        var claims = new JsonObject();
        if (store.Users.Find(grant.UserId!) is { } user)
        {
            UserClaims.AddTo(claims, user, scopes, settings);
        }

        AddIfPresent(claims, "nonce", nonce);
        AddIfPresent(claims, "at_hash", accessToken is null ? null : JsonWebToken.HalfHash(accessToken));
        AddIfPresent(claims, "c_hash", code is null ? null : JsonWebToken.HalfHash(code));
        if (grant.HasAuthenticationTime)
        {
            claims["auth_time"] = grant.AuthenticatedAt.ToUnixTimeSeconds();
        }

        return Sign(grant, claims, Now, settings.IdTokenLifetimeSeconds);
    }

    /// <param name="grant">What the token stands for.</param>
    /// <param name="replaced">The token that it replaces, whose end it keeps, or <see langword="null"/>.</param>
    public IssuedToken CreateRefreshToken(Grant grant, IssuedToken? replaced)
    {
        var expiry = replaced?.ExpiresAt ?? Now.AddSeconds(settings.RefreshTokenLifetimeSeconds);
        return Keep(new IssuedToken(Secrets.CreateHex(64), Secrets.CreateHex(32), grant, grant.Scopes, Now, expiry) { IsRefreshToken = true });
    }

    /// <summary>Finds a token that has neither expired nor been revoked.</summary>
    public IssuedToken? FindActive(string? token) =>
        token is not null && store.Grants.FindToken(token) is { } found && found.IsActiveAt(Now) ? found : null;

    /// <summary>The user of an access token of any protocol, or <see langword="null"/> if the token or the user cannot be used.</summary>
    public StoredUser? FindUser(IssuedToken? token) =>
        token is { IsRefreshToken: false, Grant.UserId: { } id } && store.Users.Find(id) is { IsActive: true } user ? user : null;

    /// <summary>False if the user of a grant was deleted or locked.</summary>
    public bool IsUserActive(Grant grant) => grant.UserId is null || store.Users.Find(grant.UserId) is { IsActive: true };

    private static JsonObject CreateAccessClaims(Grant grant, IReadOnlyList<string> scopes, string id) => new() { ["jti"] = id, ["scope"] = string.Join(' ', scopes) };

    private string Sign(Grant grant, JsonObject claims, DateTimeOffset now, long lifetimeSeconds)
    {
        claims["iss"] = GetIssuer(grant);
        claims["aud"] = grant.ClientId;
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["exp"] = now.ToUnixTimeSeconds() + lifetimeSeconds;

        // The token of a machine has no user; it names the application beside the access account. The service signs it with RS256 always.
        claims[grant.UserId is null ? "azp" : "sub"] = grant.UserId ?? settings.AppId;
        return grant.UserId is null || settings.SigningAlgorithm == GenAuthTenantSigningAlgorithm.RS256
            ? JsonWebToken.Sign(keys.Current, claims)
            : JsonWebToken.Sign(settings.AppSecret, claims);
    }

    private IssuedToken Keep(IssuedToken token)
    {
        store.Grants.Add(token);
        return token;
    }

    private static void AddIfPresent(JsonObject claims, string name, string? value)
    {
        if (value is not null)
        {
            claims[name] = value;
        }
    }
}
