using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.AspNetCore.Tests.Api.Support;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Tests.Support;
using static GenAuth.OpenIdConnect.Tests.Support.TestTokens;

namespace GenAuth.AspNetCore.Tests.Api;

/// <summary>Forged, altered and misused tokens: an API refuses each for its own reason.</summary>
public sealed class ForgedTokenTests(TwoApis apis) : IClassFixture<TwoApis>
{
    private static readonly Dictionary<string, (TokenSigningAlgorithm Algorithm, TokenProblem Problem, Func<string, string> Create)> Cases = new()
    {
        ["alg none without signature"] = Rs(TokenProblem.WrongAlgorithm, issuer => Unsigned("none", Claims(issuer))),
        ["alg none in another case"] = Hs(TokenProblem.WrongAlgorithm, issuer => Unsigned("nOnE", Claims(issuer))),
        ["alg missing"] = Rs(TokenProblem.WrongAlgorithm, issuer => TestTokens.Sign(new() { ["typ"] = "JWT" }, Claims(issuer), static _ => [])),
        ["HS256 with the public key as secret"] = Rs(TokenProblem.WrongAlgorithm, issuer => SignedWithPublicKey(issuer, "HS256")),
        ["RS256 header over a MAC with the public key"] = Rs(TokenProblem.InvalidSignature, issuer => SignedWithPublicKey(issuer, "RS256")),
        ["HS256 with the application's secret where RS256 is set"] = Rs(TokenProblem.WrongAlgorithm, issuer => TestTokens.Hmac(Claims(issuer))),
        ["RS256 with the service's key where HS256 is set"] = Hs(TokenProblem.WrongAlgorithm, issuer => TestTokens.Rsa(Claims(issuer))),
        ["RS256 with an attacker's key where HS256 is set"] = Hs(TokenProblem.WrongAlgorithm, issuer => TestTokens.Rsa(Claims(issuer), TestTokens.OtherKey)),
        ["HS512 with the application's secret"] = Hs(TokenProblem.WrongAlgorithm, issuer => TestTokens.Hmac(Claims(issuer), header: Header("HS512"))),
        ["PS256 with the service's key"] = Rs(TokenProblem.WrongAlgorithm, issuer => TestTokens.Rsa(Claims(issuer), header: Header("PS256", TestTokens.KeyId))),
        ["HS256 with another secret"] = Hs(TokenProblem.InvalidSignature, issuer => TestTokens.Hmac(Claims(issuer), new string('x', 32))),
        ["HS256 with an empty secret"] = Hs(TokenProblem.InvalidSignature, issuer => TestTokens.Hmac(Claims(issuer), string.Empty)),
        ["RS256 with another key under a known ID"] = Rs(TokenProblem.InvalidSignature, issuer => TestTokens.Rsa(Claims(issuer), TestTokens.OtherKey)),
        ["foreign key ID"] = Rs(TokenProblem.UnknownKey, issuer => TestTokens.Rsa(Claims(issuer), TestTokens.OtherKey, Header("RS256", "foreign"))),
        ["no key ID"] = Rs(TokenProblem.UnknownKey, issuer => TestTokens.Rsa(Claims(issuer), header: Header("RS256"))),
        ["key in the header (jwk)"] = Rs(TokenProblem.UnknownKey, issuer => TestTokens.Rsa(Claims(issuer), TestTokens.OtherKey, With(Header("RS256", "foreign"), "jwk", TestTokens.PublicKey(TestTokens.OtherKey, "foreign")))),
        ["key in the header (jwk) under a known ID"] = Rs(TokenProblem.InvalidSignature, issuer => TestTokens.Rsa(Claims(issuer), TestTokens.OtherKey, With(Header("RS256", TestTokens.KeyId), "jwk", TestTokens.PublicKey(TestTokens.OtherKey)))),
        ["address of keys in the header (jku)"] = Rs(TokenProblem.UnknownKey, issuer => TestTokens.Rsa(Claims(issuer), TestTokens.OtherKey, With(Header("RS256", "foreign"), "jku", "https://attacker.example.com/keys"))),
        ["certificate in the header (x5c)"] = Rs(TokenProblem.UnknownKey, issuer => TestTokens.Rsa(Claims(issuer), TestTokens.OtherKey, With(Header("RS256", "foreign"), "x5c", new JsonArray(Certificate())))),
        ["certificate in the header (x5c) under a known ID"] = Rs(TokenProblem.InvalidSignature, issuer => TestTokens.Rsa(Claims(issuer), TestTokens.OtherKey, With(Header("RS256", TestTokens.KeyId), "x5c", new JsonArray(Certificate())))),
        ["address of a certificate in the header (x5u)"] = Rs(TokenProblem.UnknownKey, issuer => TestTokens.Rsa(Claims(issuer), TestTokens.OtherKey, With(Header("RS256", "foreign"), "x5u", "https://attacker.example.com/cert"))),
        ["unknown critical header"] = Rs(TokenProblem.UnsupportedHeader, issuer => TestTokens.Rsa(Claims(issuer), header: With(Header("RS256", TestTokens.KeyId), "crit", new JsonArray("b64")))),
        ["altered claims"] = Rs(TokenProblem.InvalidSignature, issuer => Altered(TestTokens.Rsa(Claims(issuer)), issuer)),
        ["altered claims with HS256"] = Hs(TokenProblem.InvalidSignature, issuer => Altered(TestTokens.Hmac(Claims(issuer)), issuer)),
        ["removed signature"] = Rs(TokenProblem.InvalidSignature, issuer => WithoutSignature(TestTokens.Rsa(Claims(issuer)))),
        ["removed signature with HS256"] = Hs(TokenProblem.InvalidSignature, issuer => WithoutSignature(TestTokens.Hmac(Claims(issuer)))),
        ["shortened signature"] = Hs(TokenProblem.InvalidSignature, issuer => TestTokens.Hmac(Claims(issuer))[..^22]),
        ["five parts"] = Rs(TokenProblem.Encrypted, static _ => "eyJhbGciOiJSU0EtT0FFUCJ9.e.e.e.e"),
        ["four parts"] = Rs(TokenProblem.Malformed, issuer => TestTokens.Rsa(Claims(issuer)) + ".e"),
        ["two parts"] = Hs(TokenProblem.Malformed, static _ => "e.e"),
        ["opaque token of OAuth 2.0"] = Rs(TokenProblem.Malformed, static _ => "0123456789abcdef0123456789abcdef01234567"),
        ["ID token"] = Rs(TokenProblem.WrongTokenType, static issuer => TestTokens.Rsa(TestTokens.IdClaims(issuer))),
        ["ID token with HS256"] = Hs(TokenProblem.WrongTokenType, static issuer => TestTokens.Hmac(TestTokens.IdClaims(issuer))),
        ["ID token with scopes"] = Rs(TokenProblem.WrongTokenType, static issuer => TestTokens.Rsa(With(TestTokens.IdClaims(issuer), "scope", "book:read"))),
        ["ID token with at_hash in place of a nonce"] = Rs(TokenProblem.WrongTokenType, static issuer => TestTokens.Rsa(With(Without(TestTokens.IdClaims(issuer), "nonce"), "at_hash", "77QmUPtjPfzWtF2AnpK9RQ"))),
        ["other issuer"] = Rs(TokenProblem.WrongIssuer, static issuer => TestTokens.Rsa(With(Claims(issuer), "iss", "https://attacker.example.com/oidc"))),
        ["issuer with a slash"] = Hs(TokenProblem.WrongIssuer, static issuer => TestTokens.Hmac(Claims(issuer + "/"))),
        ["no issuer"] = Rs(TokenProblem.MissingClaim, static issuer => TestTokens.Rsa(Without(Claims(issuer), "iss"))),
        ["other audience"] = Rs(TokenProblem.WrongAudience, static issuer => TestTokens.Rsa(With(Claims(issuer), "aud", "another-app"))),
        ["audience in another case"] = Hs(TokenProblem.WrongAudience, static issuer => TestTokens.Hmac(With(Claims(issuer), "aud", TestTokens.AppId.ToUpperInvariant()))),
        ["no audience"] = Rs(TokenProblem.WrongAudience, static issuer => TestTokens.Rsa(Without(Claims(issuer), "aud"))),
        ["audience of an access account that is not listed"] = Rs(TokenProblem.WrongAudience, static issuer => TestTokens.Rsa(Machine(issuer, "another-account", TestTokens.AppId))),
        ["access account for another application"] = Rs(TokenProblem.WrongAuthorizedParty, static issuer => TestTokens.Rsa(Machine(issuer, TwoApis.Account, "another-app"))),
        ["access account without an application"] = Rs(TokenProblem.WrongAuthorizedParty, static issuer => TestTokens.Rsa(Machine(issuer, TwoApis.Account, null))),
        ["other authorized party"] = Rs(TokenProblem.WrongAuthorizedParty, static issuer => TestTokens.Rsa(With(Claims(issuer), "azp", "another-app"))),
        ["expired"] = Rs(TokenProblem.Expired, static issuer => TestTokens.Rsa(With(Claims(issuer), "exp", TestTokens.Now.AddMinutes(-1).ToUnixTimeSeconds()))),
        ["no end of lifetime"] = Hs(TokenProblem.MissingClaim, static issuer => TestTokens.Hmac(Without(Claims(issuer), "exp"))),
        ["end of lifetime as text"] = Rs(TokenProblem.MissingClaim, static issuer => TestTokens.Rsa(With(Claims(issuer), "exp", "9999999999"))),
        ["not yet valid"] = Rs(TokenProblem.NotYetValid, static issuer => TestTokens.Rsa(With(Claims(issuer), "nbf", TestTokens.Now.AddSeconds(61).ToUnixTimeSeconds()))),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Forged_token_is_refused_for_its_reason(string name)
    {
        var (algorithm, problem, create) = Cases[name];
        var token = create(apis.Issuer);
        var api = apis[algorithm];

        var response = await api.GetAsync("/claims", token);

        Assert.Equal((401, string.Empty), (response.Status, response.Body));
        Assert.Equal(problem.ToString(), (await api.GetAsync("/problem", token)).Body);
        Assert.StartsWith("Bearer error=\"invalid_token\", error_description=\"The ", response.Challenge, StringComparison.Ordinal);
        Assert.DoesNotContain(TestTokens.Secret, response.Challenge, StringComparison.Ordinal);
        Assert.Contains(api.Log.OfEvent(120), line => line.Contains(problem.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(api.Log.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Valid_token_of_each_kind_is_accepted()
    {
        var issuer = apis.Issuer;

        Assert.Equal(200, (await apis[TokenSigningAlgorithm.HS256].GetAsync("/claims", TestTokens.Hmac(Claims(issuer)))).Status);
        Assert.Equal(200, (await apis[TokenSigningAlgorithm.RS256].GetAsync("/claims", TestTokens.Rsa(Claims(issuer)))).Status);
        Assert.Equal(200, (await apis[TokenSigningAlgorithm.RS256].GetAsync("/claims", TestTokens.Rsa(Machine(issuer, TwoApis.Account, TestTokens.AppId)))).Status);
        Assert.Equal(200, (await apis[TokenSigningAlgorithm.RS256].GetAsync("/claims", TestTokens.Rsa(With(Claims(issuer), "nbf", TestTokens.Now.AddSeconds(60).ToUnixTimeSeconds())))).Status);
    }

    [Fact]
    public async Task Challenge_repeats_nothing_of_the_token()
    {
        var token = TestTokens.Hmac(With(Claims(apis.Issuer), "aud", "another\"app"));

        var response = await apis[TokenSigningAlgorithm.HS256].GetAsync("/claims", token);

        Assert.Equal("Bearer error=\"invalid_token\", error_description=\"The access token was issued for another recipient.\"", response.Challenge);
    }

    private static (TokenSigningAlgorithm Algorithm, TokenProblem Problem, Func<string, string> Create) Rs(TokenProblem problem, Func<string, string> create) => (TokenSigningAlgorithm.RS256, problem, create);

    private static (TokenSigningAlgorithm Algorithm, TokenProblem Problem, Func<string, string> Create) Hs(TokenProblem problem, Func<string, string> create) => (TokenSigningAlgorithm.HS256, problem, create);

    private static JsonObject Claims(string issuer) => TestTokens.AccessClaims(issuer);

    private static JsonObject Machine(string issuer, string account, string? application)
    {
        var claims = With(Without(Claims(issuer), "sub"), "aud", account);
        return application is null ? claims : With(claims, "azp", application);
    }

    private static string Unsigned(string algorithm, JsonObject claims) => TestTokens.Sign(Header(algorithm), claims, static _ => []);

    private static string SignedWithPublicKey(string issuer, string algorithm) => TestTokens.Sign(
        Header(algorithm, TestTokens.KeyId), Claims(issuer), static input => HMACSHA256.HashData(Encoding.ASCII.GetBytes(TestTokens.Key.ExportSubjectPublicKeyInfoPem()), input));

    private static string Altered(string token, string issuer)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{TestTokens.Encode(With(Claims(issuer), "sub", "admin"))}.{parts[2]}";
    }
}
