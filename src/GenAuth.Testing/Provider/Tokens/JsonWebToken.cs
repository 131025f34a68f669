using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.Testing.Service;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Provider.Tokens;

/// <summary>JSON Web Tokens in compact form.</summary>
internal static class JsonWebToken
{
    /// <summary>Creates a token that is signed with RS256.</summary>
    public static string Sign(SigningKey key, JsonObject claims)
    {
        var signed = Encode(new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Id }) + "." + Encode(claims);
        return signed + "." + WebEncoders.Base64UrlEncode(key.Sign(signed, HashAlgorithmName.SHA256));
    }

    /// <summary>Creates a token that is signed with HS256. As in the service, it has no key ID.</summary>
    public static string Sign(string secret, JsonObject claims)
    {
        var signed = Encode(new() { ["alg"] = "HS256", ["typ"] = "JWT" }) + "." + Encode(claims);
        return signed + "." + WebEncoders.Base64UrlEncode(ComputeHash(secret, signed));
    }

    /// <summary>The claims of a token of this tenant, however old it is, or <see langword="null"/>.</summary>
    public static JsonObject? ReadClaims(string token, TenantSettings settings, TokenKeys keys)
    {
        try
        {
            var signature = token.LastIndexOf('.');
            if (token.Split('.') is not [_, var claims, var encoded])
            {
                return null;
            }

            var (signed, bytes) = (token[..signature], WebEncoders.Base64UrlDecode(encoded));
            var isValid = settings.SigningAlgorithm == GenAuthTenantSigningAlgorithm.HS256
                ? CryptographicOperations.FixedTimeEquals(ComputeHash(settings.AppSecret, signed), bytes)
                : keys.Verify(signed, bytes);
            return isValid ? JsonNode.Parse(WebEncoders.Base64UrlDecode(claims)) as JsonObject : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The value of <c>at_hash</c> and <c>c_hash</c>.</summary>
    public static string HalfHash(string text) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(text)).AsSpan(0, 16));

    private static byte[] ComputeHash(string secret, string signed) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed));

    private static string Encode(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
