using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service;

/// <summary>JSON Web Tokens in compact form, signed with RS256.</summary>
internal static class JsonWebToken
{
    public static string Sign(SigningKey key, JsonObject claims)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Id };
        var signed = Encode(header) + "." + Encode(claims);
        return signed + "." + WebEncoders.Base64UrlEncode(key.Sign(signed, HashAlgorithmName.SHA256));
    }

    private static string Encode(JsonObject part) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(part));
}
