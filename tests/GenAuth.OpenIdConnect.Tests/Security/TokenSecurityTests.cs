using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.OpenIdConnect.Tests.Support;
using static GenAuth.OpenIdConnect.Tests.Support.TestTokens;

namespace GenAuth.OpenIdConnect.Tests.Security;

/// <summary>Forged, altered and misused tokens, each refused for its own reason.</summary>
public sealed class TokenSecurityTests
{
    private static readonly Dictionary<string, (TokenSigningAlgorithm Algorithm, TokenProblem Problem, Func<string, string> Create)> IdTokens = new()
    {
        ["alg none without signature"] = (TokenSigningAlgorithm.HS256, TokenProblem.WrongAlgorithm, issuer => Unsigned("none", TestTokens.IdClaims(issuer))),
        ["alg None in another case"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAlgorithm, issuer => Unsigned("nOnE", TestTokens.IdClaims(issuer))),
        ["HS256 with the public key as secret"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAlgorithm, issuer => SignedWithPublicKey(issuer, "HS256")),
        ["RS256 header over a MAC with the public key"] = (TokenSigningAlgorithm.RS256, TokenProblem.InvalidSignature, issuer => SignedWithPublicKey(issuer, "RS256")),
        ["HS256 with the right secret for an application with RS256"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAlgorithm, issuer => TestTokens.Hmac(TestTokens.IdClaims(issuer))),
        ["RS256 with the right key for an application with HS256"] = (TokenSigningAlgorithm.HS256, TokenProblem.WrongAlgorithm, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer))),
        ["RS384 with the right key"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAlgorithm, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), header: Header("RS384", TestTokens.KeyId))),
        ["HS512 with the right secret"] = (TokenSigningAlgorithm.HS256, TokenProblem.WrongAlgorithm, issuer => TestTokens.Hmac(TestTokens.IdClaims(issuer), header: Header("HS512"))),
        ["HS256 with another secret"] = (TokenSigningAlgorithm.HS256, TokenProblem.InvalidSignature, issuer => TestTokens.Hmac(TestTokens.IdClaims(issuer), new string('x', 32))),
        ["HS256 with an empty secret"] = (TokenSigningAlgorithm.HS256, TokenProblem.InvalidSignature, issuer => TestTokens.Hmac(TestTokens.IdClaims(issuer), string.Empty)),
        ["RS256 with another key under a known ID"] = (TokenSigningAlgorithm.RS256, TokenProblem.InvalidSignature, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), TestTokens.OtherKey)),
        ["foreign key ID"] = (TokenSigningAlgorithm.RS256, TokenProblem.UnknownKey, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), TestTokens.OtherKey, Header("RS256", "foreign"))),
        ["no key ID"] = (TokenSigningAlgorithm.RS256, TokenProblem.UnknownKey, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), header: Header("RS256"))),
        ["key ID as a path"] = (TokenSigningAlgorithm.RS256, TokenProblem.UnknownKey, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), header: Header("RS256", "../../dev/null"))),
        ["key in the header"] = (TokenSigningAlgorithm.RS256, TokenProblem.UnknownKey, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), TestTokens.OtherKey, KeyInHeader("jwk", "foreign"))),
        ["key in the header under a known ID"] = (TokenSigningAlgorithm.RS256, TokenProblem.InvalidSignature, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), TestTokens.OtherKey, KeyInHeader("jwk", TestTokens.KeyId))),
        ["address of keys in the header"] = (TokenSigningAlgorithm.RS256, TokenProblem.UnknownKey, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), TestTokens.OtherKey, With(Header("RS256", "foreign"), "jku", "https://attacker.example.com/keys"))),
        ["address of keys in the header under a known ID"] = (TokenSigningAlgorithm.RS256, TokenProblem.InvalidSignature, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), TestTokens.OtherKey, With(Header("RS256", TestTokens.KeyId), "jku", "https://attacker.example.com/keys"))),
        ["address of a certificate in the header"] = (TokenSigningAlgorithm.RS256, TokenProblem.UnknownKey, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), TestTokens.OtherKey, With(Header("RS256", "foreign"), "x5u", "https://attacker.example.com/cert"))),
        ["certificate in the header"] = (TokenSigningAlgorithm.RS256, TokenProblem.UnknownKey, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), TestTokens.OtherKey, With(Header("RS256", "foreign"), "x5c", new JsonArray(Certificate())))),
        ["certificate in the header under a known ID"] = (TokenSigningAlgorithm.RS256, TokenProblem.InvalidSignature, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), TestTokens.OtherKey, With(Header("RS256", TestTokens.KeyId), "x5c", new JsonArray(Certificate())))),
        ["unknown critical header"] = (TokenSigningAlgorithm.RS256, TokenProblem.UnsupportedHeader, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), header: With(Header("RS256", TestTokens.KeyId), "crit", new JsonArray("b64")))),
        ["altered claims"] = (TokenSigningAlgorithm.RS256, TokenProblem.InvalidSignature, issuer => Altered(TestTokens.Rsa(TestTokens.IdClaims(issuer)), TestTokens.IdClaims(issuer))),
        ["altered claims with HS256"] = (TokenSigningAlgorithm.HS256, TokenProblem.InvalidSignature, issuer => Altered(TestTokens.Hmac(TestTokens.IdClaims(issuer)), TestTokens.IdClaims(issuer))),
        ["removed signature"] = (TokenSigningAlgorithm.RS256, TokenProblem.InvalidSignature, issuer => WithoutSignature(TestTokens.Rsa(TestTokens.IdClaims(issuer)))),
        ["removed signature with HS256"] = (TokenSigningAlgorithm.HS256, TokenProblem.InvalidSignature, issuer => WithoutSignature(TestTokens.Hmac(TestTokens.IdClaims(issuer)))),
        ["shortened signature"] = (TokenSigningAlgorithm.HS256, TokenProblem.InvalidSignature, issuer => TestTokens.Hmac(TestTokens.IdClaims(issuer))[..^22]),
        ["five parts"] = (TokenSigningAlgorithm.RS256, TokenProblem.Encrypted, _ => "eyJhbGciOiJSU0EtT0FFUCJ9.e.e.e.e"),
        ["four parts"] = (TokenSigningAlgorithm.RS256, TokenProblem.Malformed, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer)) + ".e"),
        ["two parts"] = (TokenSigningAlgorithm.RS256, TokenProblem.Malformed, _ => "e.e"),
        ["opaque token"] = (TokenSigningAlgorithm.RS256, TokenProblem.Malformed, _ => "0123456789abcdef0123456789abcdef01234567"),
        ["empty token"] = (TokenSigningAlgorithm.RS256, TokenProblem.Malformed, _ => string.Empty),
        ["token without header and claims"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAlgorithm, _ => "e30..e30"),
        ["endless token"] = (TokenSigningAlgorithm.RS256, TokenProblem.Malformed, _ => new string('a', 1_000_000) + ".e.e"),
        ["other issuer"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongIssuer, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "iss", "https://attacker.example.com/oidc"))),
        ["issuer with a slash"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongIssuer, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer + "/"))),
        ["issuer in another case"] = (TokenSigningAlgorithm.HS256, TokenProblem.WrongIssuer, issuer => TestTokens.Hmac(TestTokens.IdClaims(issuer.ToUpperInvariant()))),
        ["issuer as a list"] = (TokenSigningAlgorithm.RS256, TokenProblem.Malformed, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "iss", new JsonArray(issuer)))),
        ["no issuer"] = (TokenSigningAlgorithm.RS256, TokenProblem.MissingClaim, issuer => TestTokens.Rsa(Without(TestTokens.IdClaims(issuer), "iss"))),
        ["other audience"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAudience, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "aud", "another-app"))),
        ["audience that contains the ID"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAudience, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "aud", TestTokens.AppId + "x"))),
        ["audience as an object"] = (TokenSigningAlgorithm.RS256, TokenProblem.Malformed, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "aud", new JsonObject { ["0"] = TestTokens.AppId }))),
        ["no audience"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAudience, issuer => TestTokens.Rsa(Without(TestTokens.IdClaims(issuer), "aud"))),
        ["several audiences without authorized party"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAuthorizedParty, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "aud", new JsonArray(TestTokens.AppId, "another-app")))),
        ["other authorized party"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAuthorizedParty, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "azp", "another-app"))),
        ["authorized party as a list"] = (TokenSigningAlgorithm.RS256, TokenProblem.Malformed, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "azp", new JsonArray(TestTokens.AppId)))),
        ["expired"] = (TokenSigningAlgorithm.RS256, TokenProblem.Expired, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "exp", TestTokens.Now.AddMinutes(-5).ToUnixTimeSeconds()))),
        ["no end of lifetime"] = (TokenSigningAlgorithm.RS256, TokenProblem.MissingClaim, issuer => TestTokens.Rsa(Without(TestTokens.IdClaims(issuer), "exp"))),
        ["end of lifetime as text"] = (TokenSigningAlgorithm.RS256, TokenProblem.MissingClaim, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "exp", "9999999999"))),
        ["end of lifetime beyond all dates"] = (TokenSigningAlgorithm.RS256, TokenProblem.Malformed, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "exp", 1e300))),
        ["not yet valid"] = (TokenSigningAlgorithm.RS256, TokenProblem.NotYetValid, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "nbf", TestTokens.Now.AddMinutes(6).ToUnixTimeSeconds()))),
        ["begin of lifetime as text"] = (TokenSigningAlgorithm.RS256, TokenProblem.NotYetValid, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "nbf", "0"))),
        ["no nonce"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongNonce, issuer => TestTokens.Rsa(Without(TestTokens.IdClaims(issuer), "nonce"))),
        ["nonce of another sign-in"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongNonce, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "nonce", "n-2"))),
        ["nonce as a list"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongNonce, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "nonce", new JsonArray(TestTokens.Nonce)))),
        ["at_hash of another access token"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAccessToken, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "at_hash", "77QmUPtjPfzWtF2AnpK9RQ"))),
        ["at_hash as a number"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongAccessToken, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "at_hash", 1))),
        ["no subject"] = (TokenSigningAlgorithm.RS256, TokenProblem.MissingClaim, issuer => TestTokens.Rsa(Without(TestTokens.IdClaims(issuer), "sub"))),
        ["empty subject"] = (TokenSigningAlgorithm.RS256, TokenProblem.MissingClaim, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "sub", string.Empty))),
        ["access token of the service in place of the ID token"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongTokenType, issuer => TestTokens.Rsa(TestTokens.AccessClaims(issuer))),
        ["access token in place of the ID token"] = (TokenSigningAlgorithm.RS256, TokenProblem.WrongTokenType, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer), header: With(Header("RS256", TestTokens.KeyId), "typ", "at+jwt"))),
    };

    private static readonly Dictionary<string, (TokenProblem Problem, Func<string, string> Create)> AccessTokens = new()
    {
        ["ID token in place of the access token"] = (TokenProblem.WrongTokenType, issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer))),
        ["ID token with scopes"] = (TokenProblem.WrongTokenType, issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "scope", "openid"))),
        ["ID token without nonce"] = (TokenProblem.WrongTokenType, issuer => TestTokens.Rsa(With(With(Without(TestTokens.IdClaims(issuer), "nonce"), "scope", "openid"), "at_hash", "77QmUPtjPfzWtF2AnpK9RQ"))),
        ["alg none"] = (TokenProblem.WrongAlgorithm, issuer => Unsigned("none", TestTokens.AccessClaims(issuer))),
        ["HS256 with the public key"] = (TokenProblem.WrongAlgorithm, issuer => SignedWithPublicKey(issuer, "HS256")),
        ["HS256 with the right secret for an application with RS256"] = (TokenProblem.WrongAlgorithm, issuer => TestTokens.Hmac(TestTokens.AccessClaims(issuer))),
        ["foreign key ID"] = (TokenProblem.UnknownKey, issuer => TestTokens.Rsa(TestTokens.AccessClaims(issuer), TestTokens.OtherKey, Header("RS256", "foreign"))),
        ["key in the header under a known ID"] = (TokenProblem.InvalidSignature, issuer => TestTokens.Rsa(TestTokens.AccessClaims(issuer), TestTokens.OtherKey, KeyInHeader("jwk", TestTokens.KeyId))),
        ["other issuer"] = (TokenProblem.WrongIssuer, issuer => TestTokens.Rsa(With(TestTokens.AccessClaims(issuer), "iss", "https://attacker.example.com"))),
        ["other audience"] = (TokenProblem.WrongAudience, issuer => TestTokens.Rsa(With(TestTokens.AccessClaims(issuer), "aud", "another-app"))),
        ["other authorized party"] = (TokenProblem.WrongAuthorizedParty, issuer => TestTokens.Rsa(With(TestTokens.AccessClaims(issuer), "azp", "another-app"))),
        ["expired"] = (TokenProblem.Expired, issuer => TestTokens.Rsa(With(TestTokens.AccessClaims(issuer), "exp", TestTokens.Now.AddHours(-1).ToUnixTimeSeconds()))),
        ["not yet valid"] = (TokenProblem.NotYetValid, issuer => TestTokens.Rsa(With(TestTokens.AccessClaims(issuer), "nbf", TestTokens.Now.AddHours(1).ToUnixTimeSeconds()))),
        ["opaque token"] = (TokenProblem.Malformed, _ => "0123456789abcdef0123456789abcdef01234567"),
        ["five parts"] = (TokenProblem.Encrypted, _ => "eyJhbGciOiJkaXIifQ..e.e.e"),
    };

    public static TheoryData<string> IdTokenCases => [.. IdTokens.Keys];

    public static TheoryData<string> AccessTokenCases => [.. AccessTokens.Keys];

    [Theory]
    [MemberData(nameof(IdTokenCases))]
    public async Task Forged_id_token_is_refused_for_its_reason(string name)
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        var (algorithm, problem, create) = IdTokens[name];
        var token = create(service.Host + "/oidc");

        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() =>
            service.CreateClient(algorithm).ValidateIdTokenAsync(token, TestTokens.Nonce, "access-token"));

        Assert.Equal(problem, failure.Problem);
        Assert.True(token.Length == 0 || !failure.ToString().Contains(token), "The message holds the token.");
        Assert.DoesNotContain(TestTokens.Secret, failure.ToString());
    }

    [Theory]
    [MemberData(nameof(AccessTokenCases))]
    public async Task Forged_access_token_is_refused_for_its_reason(string name)
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        var (problem, create) = AccessTokens[name];

        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() =>
            service.CreateClient(TokenSigningAlgorithm.RS256).ValidateAccessTokenAsync(create(service.Host + "/oidc")));

        Assert.Equal(problem, failure.Problem);
    }

    private static string Unsigned(string algorithm, JsonObject claims) => TestTokens.Sign(Header(algorithm), claims, static _ => []);

    private static string SignedWithPublicKey(string issuer, string algorithm) => TestTokens.Sign(
        Header(algorithm, TestTokens.KeyId),
        TestTokens.IdClaims(issuer),
        static input => HMACSHA256.HashData(Encoding.ASCII.GetBytes(TestTokens.Key.ExportSubjectPublicKeyInfoPem()), input));

    private static string Altered(string token, JsonObject claims)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{TestTokens.Encode(With(claims, "sub", "admin"))}.{parts[2]}";
    }

    private static JsonObject KeyInHeader(string member, string id)
    {
        var key = TestTokens.PublicKey(TestTokens.OtherKey, id);
        return With(Header("RS256", id), member, key);
    }
}
