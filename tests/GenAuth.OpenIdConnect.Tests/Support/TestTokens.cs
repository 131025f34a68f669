using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>Creates tokens as the service does and as an attacker would. Hand-written, so that invalid tokens can be created.</summary>
internal static class TestTokens
{
    public const string AppId = "5f17a529f64fb009b794a2ff";
    public const string Secret = "0123456789abcdef0123456789abcdef";
    public const string Subject = "u1";
    public const string Nonce = "n-1";
    public const string KeyId = "key-1";

    public static readonly DateTimeOffset Now = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly RSA Key = RSA.Create(2048);
    public static readonly RSA OtherKey = RSA.Create(2048);

    public static JsonObject IdClaims(string issuer) => new()
    {
        ["iss"] = issuer,
        ["aud"] = AppId,
        ["sub"] = Subject,
        ["iat"] = Now.ToUnixTimeSeconds(),
        ["exp"] = Now.AddHours(1).ToUnixTimeSeconds(),
        ["nonce"] = Nonce,
    };

    public static JsonObject AccessClaims(string issuer) => new()
    {
        ["iss"] = issuer,
        ["aud"] = AppId,
        ["sub"] = Subject,
        ["jti"] = "t-1",
        ["iat"] = Now.ToUnixTimeSeconds(),
        ["exp"] = Now.AddHours(1).ToUnixTimeSeconds(),
        ["scope"] = "openid profile",
    };

    public static string Hmac(JsonObject claims, string secret = Secret, JsonObject? header = null) =>
        Sign(header ?? new() { ["alg"] = "HS256", ["typ"] = "JWT" }, claims, input => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), input));

    public static string Rsa(JsonObject claims, RSA? key = null, JsonObject? header = null) => Sign(
        header ?? new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = KeyId },
        claims,
        input => (key ?? Key).SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Sign(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var input = Encode(header) + "." + Encode(claims);
        return input + "." + Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(input)));
    }

    public static string Encode(JsonObject json) => Base64UrlEncoder.Encode(json.ToJsonString());

    /// <summary>The header of a token, with the ID of a key if there is one.</summary>
    public static JsonObject Header(string algorithm, string? id = null)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        return id is null ? header : With(header, "kid", id);
    }

    public static JsonObject With(JsonObject json, string name, JsonNode value)
    {
        json[name] = value;
        return json;
    }

    public static JsonObject Without(JsonObject json, string name)
    {
        json.Remove(name);
        return json;
    }

    public static string WithoutSignature(string token) => token[..(token.LastIndexOf('.') + 1)];

    /// <summary>A certificate of the attacker's key.</summary>
    public static string Certificate()
    {
        using var certificate = new CertificateRequest("CN=attacker", OtherKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        return Convert.ToBase64String(certificate.RawData);
    }

    /// <summary>A key of a key set.</summary>
    public static JsonObject PublicKey(RSA key, string? id = KeyId, string use = "sig", string type = "RSA")
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = type, ["use"] = use, ["kid"] = id, ["n"] = Base64UrlEncoder.Encode(parameters.Modulus), ["e"] = Base64UrlEncoder.Encode(parameters.Exponent) };
    }

    public static string KeySet(params JsonObject[] keys) => new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();

    public static string Discovery(string host, string? issuer = null, string? keys = null) => new JsonObject
    {
        ["issuer"] = issuer ?? host + "/oidc",
        ["jwks_uri"] = keys ?? host + "/oidc/.well-known/jwks.json",
    }.ToJsonString();
}
