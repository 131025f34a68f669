using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service;

/// <summary>Issues a user's tokens: access and ID token as JSON Web Tokens signed with RS256, the refresh token as random text.</summary>
internal sealed class TokenIssuer(TenantSettings settings, SigningKey key, Func<string> issuer)
{
    private const string OfflineAccess = "offline_access";

    /// <summary>The <c>data</c> of a successful sign-in.</summary>
    /// <param name="userId">The user of the tokens.</param>
    /// <param name="scopes">The granted scopes.</param>
    public JsonObject Issue(string userId, IReadOnlyCollection<string> scopes)
    {
        var scope = string.Join(' ', scopes);
        var now = settings.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
        var data = new JsonObject
        {
            ["scope"] = scope,
            ["access_token"] = Sign(new JsonObject { ["scope"] = scope, ["jti"] = Secrets.CreateHex(32) }, userId, now),
            ["id_token"] = Sign([], userId, now),
        };
        if (scopes.Contains(OfflineAccess))
        {
            data["refresh_token"] = Secrets.CreateHex(64);
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

/// <summary>Creates JSON Web Tokens in compact form, signed with RS256.</summary>
internal static class JsonWebToken
{
    public static string Sign(SigningKey key, JsonObject claims)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Id };
        var signed = Encode(header) + "." + Encode(claims);
        return signed + "." + WebEncoders.Base64UrlEncode(key.Sign(signed, HashAlgorithmName.SHA256));
    }

    private static string Encode(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
