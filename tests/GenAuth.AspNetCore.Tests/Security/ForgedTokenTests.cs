using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.AspNetCore.Tests.Support;
using GenAuth.OpenIdConnect;
using GenAuth.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Tests.Security;

/// <summary>The ID token is replaced on its way from the token endpoint. Each forgery is refused at the callback for its own reason.</summary>
public sealed class ForgedTokenTests
{
    private static readonly Dictionary<string, (GenAuthTenantSigningAlgorithm Algorithm, Func<Token, string> Forge, string Reason)> Forgeries = new()
    {
        ["alg none"] = (GenAuthTenantSigningAlgorithm.HS256, token => Token.Encode(new() { ["alg"] = "none" }, token.Claims, []), "WrongAlgorithm"),
        ["alg none without a signature in RS256"] = (GenAuthTenantSigningAlgorithm.RS256, token => Token.Encode(new() { ["alg"] = "none" }, token.Claims, []), "WrongAlgorithm"),
        ["HS256 with the secret in an RS256 application"] = (GenAuthTenantSigningAlgorithm.RS256, token => token.Sign(token.Claims), "WrongAlgorithm"),
        ["RS256 with a key in the header in an HS256 application"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.SignWithOwnKey(), "WrongAlgorithm"),
        ["RS256 with a key in the header in an RS256 application"] = (GenAuthTenantSigningAlgorithm.RS256, token => token.SignWithOwnKey(), "UnknownKey"),
        ["altered claim"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.Keep(token.With("sub", "user-2")), "InvalidSignature"),
        ["altered claim in RS256"] = (GenAuthTenantSigningAlgorithm.RS256, token => token.Keep(token.With("sub", "user-2")), "InvalidSignature"),
        ["other issuer"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.Sign(token.With("iss", "https://evil.example/oidc")), "WrongIssuer"),
        ["other audience"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.Sign(token.With("aud", "other-app")), "WrongAudience"),
        ["missing nonce"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.Sign(token.With("nonce", null)), "OpenIdConnectProtocolInvalidNonceException"),
        ["wrong nonce"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.Sign(token.With("nonce", "638000000000000000.other")), "OpenIdConnectProtocolInvalidNonceException"),
        ["at_hash of another token"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.Sign(token.With("at_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")), "OpenIdConnectProtocolInvalidAtHashException"),
        ["expired"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.Sign(token.With("exp", 1_700_000_000)), "Expired"),
        ["not yet valid"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.Sign(token.With("nbf", 4_000_000_000)), "NotYetValid"),
        ["issued to another application"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.Sign(token.With("azp", "other-app")), "WrongAuthorizedParty"),
        ["five parts"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.Text + ".e30.e30", "Encrypted"),
        ["no token"] = (GenAuthTenantSigningAlgorithm.HS256, _ => "not.a.token", "Malformed"),
        ["access token in its place"] = (GenAuthTenantSigningAlgorithm.HS256, token => token.AccessToken, "WrongTokenType"),
    };

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Forged_ID_token_is_refused_at_the_callback(string name)
    {
        var (algorithm, forge, reason) = Forgeries[name];
        await using var tenant = await Tenants.StartAsync(options => options.SigningAlgorithm = algorithm);
        using var log = new LogRecorder();
        await using var app = await WebAppHost.StartAsync(
            tenant,
            options => (options.SigningAlgorithm, options.SignInFailedPath) = (Enum.Parse<TokenSigningAlgorithm>(algorithm.ToString()), "/failed"),
            builder =>
            {
                builder.Logging.AddProvider(log);
                Intercept.TokenResponses(body => body["id_token"] = forge(new Token((string)body["id_token"]!, (string)body["access_token"]!, tenant.AppSecret)))(builder);
            });
        using var jar = new CookieJar();

        using var response = await jar.SignInAsync(tenant, app.Me);

        Assert.Equal("/failed?reason=failed", response.Headers.Location!.OriginalString);
        Assert.DoesNotContain(jar.SetCookies, cookie => cookie.StartsWith("Cookies=", StringComparison.Ordinal));
        Assert.Equal($"GenAuth: a sign-in failed: {reason}", Assert.Single(log.Entries, entry => entry.Id == 101).Text);
    }

    /// <summary>An ID token and what an attacker might know.</summary>
    private sealed record Token(string Text, string AccessToken, string Secret)
    {
        private string[] Parts => Text.Split('.');

        public JsonObject Claims => JsonNode.Parse(WebEncoders.Base64UrlDecode(Parts[1]))!.AsObject();

        public JsonObject With(string claim, JsonNode? value)
        {
            var claims = Claims;
            claims[claim] = value;
            if (value is null)
            {
                claims.Remove(claim);
            }

            return claims;
        }

        /// <summary>The claims with the signature of the others.</summary>
        public string Keep(JsonObject claims) => $"{Parts[0]}.{Encode(claims)}.{Parts[2]}";

        public string Sign(JsonObject claims)
        {
            var content = $"{Encode(new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT" })}.{Encode(claims)}";
            return $"{content}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes(content)))}";
        }

        public string SignWithOwnKey()
        {
            using var key = RSA.Create(2048);
            var parameters = key.ExportParameters(includePrivateParameters: false);
            var jwk = new JsonObject { ["kty"] = "RSA", ["kid"] = "own", ["n"] = WebEncoders.Base64UrlEncode(parameters.Modulus!), ["e"] = WebEncoders.Base64UrlEncode(parameters.Exponent!) };
            var content = $"{Encode(new JsonObject { ["alg"] = "RS256", ["kid"] = "own", ["jwk"] = jwk })}.{Encode(Claims)}";
            return $"{content}.{WebEncoders.Base64UrlEncode(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
        }

        public static string Encode(JsonObject header, JsonObject claims, byte[] signature) => $"{Encode(header)}.{Encode(claims)}.{WebEncoders.Base64UrlEncode(signature)}";

        private static string Encode(JsonObject json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }
}
