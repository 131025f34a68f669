using System.Text.Json.Nodes;

namespace GenAuth.Testing.Service;

/// <summary>Issues a user's tokens: access and ID token as JSON Web Tokens signed with RS256, the refresh token as plain random text.</summary>
internal sealed class TokenIssuer(TenantSettings settings, SigningKey key, Func<string> issuer)
{
    private const string OfflineAccess = "offline_access";

    /// <summary>The <c>data</c> of a successful sign-in.</summary>
    /// <param name="userId">Whom the tokens are for.</param>
    /// <param name="scopes">What is granted.</param>
    public JsonObject Issue(string userId, IReadOnlyCollection<string> scopes)
    {
        var scope = string.Join(' ', scopes);
        var now = settings.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
        var data = new JsonObject
        {
            ["scope"] = scope,
            ["access_token"] = Sign(new JsonObject { ["scope"] = scope, ["jti"] = RandomText.Hex(32) }, userId, now),
            ["id_token"] = Sign([], userId, now),
        };
        if (scopes.Contains(OfflineAccess))
        {
            data["refresh_token"] = RandomText.Hex(64);
        }

        data["token_type"] = "Bearer";
        data["expire_in"] = settings.AccessTokenLifetimeSeconds;
        return data;
    }

    private string Sign(JsonObject claims, string userId, long now)
    {
        claims["iss"] = issuer();
        claims["aud"] = settings.AppId;
        claims["sub"] = userId;
        claims["iat"] = now;
        claims["exp"] = now + settings.AccessTokenLifetimeSeconds;
        return JsonWebToken.Sign(key, claims);
    }
}
