using System.Security.Claims;
using System.Text.Json.Nodes;
using CsCheck;
using GenAuth.OpenIdConnect.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.OpenIdConnect.Tests.Validation;

public sealed class TokenValidationTests
{
    /// <summary>Made by another implementation: HS256 without a key ID, as the service signs by default.</summary>
    private const string Vector =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2V4YW1wbGUuZ2VuYXV0aC5haS9vaWRjIiwiYXVkIjoiNWYxN2E1MjlmNjRmYjAwOWI3OTRhMmZmIiwic3ViIjoidTEiLCJpYXQiOjE3NjcyNTYyMDAsImV4cCI6MTc2NzI1OTgwMCwibm9uY2UiOiJuLTEifQ.EDne6PrVGlD4LfVYcklvH-Gt1YQmaW3qEuPVjrqkNvA";

    private static readonly OpenIdConnectClient Offline = new(new OpenIdConnectClientOptions
    {
        AppId = TestTokens.AppId,
        AppSecret = TestTokens.Secret,
        AppHost = "https://example.genauth.ai",
        TimeProvider = new FakeTimeProvider(TestTokens.Now),
    });

    [Fact]
    public async Task Published_hs256_token_is_valid_without_any_request()
    {
        var token = await Offline.ValidateIdTokenAsync(Vector, TestTokens.Nonce);

        Assert.Equal(("u1", "https://example.genauth.ai/oidc"), (token.Subject, token.Issuer));
        Assert.Equal([TestTokens.AppId], token.Audiences);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1767259800), token.ExpiresAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1767256200), token.IssuedAt);
    }

    [Fact]
    public Task Token_with_any_changed_character_is_refused() => Gen.Select(Gen.Int[0, Vector.Length - 2], Gen.Char["ABCxyz019-_."]).Where(static change => Vector[change.Item1] != change.Item2).SampleAsync(
        static async change =>
        {
            var (position, character) = change;
            var changed = Vector[..position] + character + Vector[(position + 1)..];
            await Assert.ThrowsAsync<GenAuthTokenException>(() => Offline.ValidateIdTokenAsync(changed, TestTokens.Nonce));
        },
        iter: 500);

    [Fact]
    public Task Any_text_is_refused_as_a_token() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["ey.J_-0{}"], 0, 60]).SampleAsync(
        static async text => { await Assert.ThrowsAsync<GenAuthTokenException>(() => Offline.ValidateIdTokenAsync(text)); },
        iter: 1_000);

    [Fact]
    public async Task Lifetime_ends_after_the_clock_skew()
    {
        await using var service = await StubService.StartAsync();
        var clock = new FakeTimeProvider(TestTokens.Now);
        var client = service.CreateClient(TokenSigningAlgorithm.HS256, clock);
        var token = TestTokens.Hmac(TestTokens.IdClaims(service.Host + "/oidc"));

        clock.Advance(TimeSpan.FromMinutes(65) - TimeSpan.FromSeconds(1));
        await client.ValidateIdTokenAsync(token);
        clock.Advance(TimeSpan.FromSeconds(1));
        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateIdTokenAsync(token));

        Assert.Equal(TokenProblem.Expired, failure.Problem);
    }

    [Fact]
    public async Task Token_issued_by_a_clock_that_is_ahead_is_valid()
    {
        await using var service = await StubService.StartAsync();
        var claims = TestTokens.IdClaims(service.Host + "/oidc");
        claims["iat"] = TestTokens.Now.AddMinutes(30).ToUnixTimeSeconds();

        await service.CreateClient(TokenSigningAlgorithm.HS256).ValidateIdTokenAsync(TestTokens.Hmac(claims));
    }

    [Fact]
    public async Task Several_audiences_with_the_application_as_authorized_party_are_valid()
    {
        await using var service = await StubService.StartAsync();
        var claims = TestTokens.IdClaims(service.Host + "/oidc");
        claims["aud"] = new JsonArray("another-app", TestTokens.AppId);
        claims["azp"] = TestTokens.AppId;

        var token = await service.CreateClient(TokenSigningAlgorithm.HS256).ValidateIdTokenAsync(TestTokens.Hmac(claims));

        Assert.Equal(TestTokens.AppId, token.AuthorizedParty);
    }

    [Fact]
    public async Task Access_token_hash_of_the_access_token_is_valid()
    {
        await using var service = await StubService.StartAsync();
        var claims = TestTokens.IdClaims(service.Host + "/oidc");

        // The example of OpenID Connect Core 1.0, appendix A.3.
        claims["at_hash"] = "77QmUPtjPfzWtF2AnpK9RQ";

        await service.CreateClient(TokenSigningAlgorithm.HS256).ValidateIdTokenAsync(TestTokens.Hmac(claims), accessToken: "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y");
    }

    [Fact]
    public async Task Machine_token_is_valid_for_its_access_account()
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        var claims = TestTokens.AccessClaims(service.Host + "/oidc");
        claims.Remove("sub");
        (claims["aud"], claims["azp"], claims["scope"]) = ("access-account-1", TestTokens.AppId, "book:read book:1:write");
        var client = service.CreateClient(TokenSigningAlgorithm.RS256);

        var token = await client.ValidateAccessTokenAsync(TestTokens.Rsa(claims), "access-account-1");
        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateAccessTokenAsync(TestTokens.Rsa(claims)));

        Assert.Null(token.Subject);
        Assert.Equal(["book:read", "book:1:write"], token.Scopes);
        Assert.Equal(TokenProblem.WrongAudience, failure.Problem);
    }

    [Fact]
    public async Task Claims_become_an_identity_without_nulls_and_with_a_role_for_each_item()
    {
        await using var service = await StubService.StartAsync();
        var claims = TestTokens.IdClaims(service.Host + "/oidc");
        claims["name"] = "Ada";
        claims["birthdate"] = null;
        claims["roles"] = new JsonArray("admin", "reader");
        claims["email_verified"] = true;
        claims["extended_fields"] = new JsonObject { ["level"] = 3 };
        claims["KEY"] = "added by a pipeline";

        var token = await service.CreateClient(TokenSigningAlgorithm.HS256).ValidateIdTokenAsync(TestTokens.Hmac(claims));
        var user = new ClaimsPrincipal(token.ToClaimsIdentity("GenAuth"));

        Assert.Equal("Ada", user.Identity!.Name);
        Assert.True(user.IsInRole("admin") && user.IsInRole("reader"));
        Assert.False(user.HasClaim(static claim => claim.Type == "birthdate"));
        Assert.Equal(("true", ClaimValueTypes.Boolean), (user.FindFirst("email_verified")!.Value, user.FindFirst("email_verified")!.ValueType));
        Assert.Equal("""{"level":3}""", user.FindFirst("extended_fields")!.Value);
        Assert.Equal("added by a pipeline", user.FindFirst("KEY")!.Value);
        Assert.Null(token.Find("birthdate"));
        Assert.DoesNotContain("Ada", token.ToString());
    }

    [Theory]
    [InlineData("31 characters are not enough ..", TokenSigningAlgorithm.HS256, false)]
    [InlineData("31-characters-are-not-enough-..", TokenSigningAlgorithm.HS256, false)]
    [InlineData("32-characters-are-just-enough-..", TokenSigningAlgorithm.HS256, true)]
    [InlineData("short", TokenSigningAlgorithm.RS256, true)]
    public void Secret_for_hs256_needs_256_bits(string secret, TokenSigningAlgorithm algorithm, bool isValid)
    {
        var options = new OpenIdConnectClientOptions { AppId = "app", AppSecret = secret, AppHost = "https://example.genauth.ai", SigningAlgorithm = algorithm };

        var failure = Record.Exception(() => new OpenIdConnectClient(options));

        Assert.Equal(isValid, failure is null);
        if (!isValid)
        {
            Assert.IsType<ArgumentException>(failure);
            Assert.DoesNotContain(secret, failure.Message);
        }
    }

    [Fact]
    public async Task Provided_secret_that_is_too_short_is_a_credential_problem()
    {
        await using var service = await StubService.StartAsync();
        var client = service.CreateClient(TokenSigningAlgorithm.HS256, configure: static options =>
        {
            options.AppSecret = null;
            options.ClientSecretProvider = new FixedSecret("short");
        });

        var failure = await Assert.ThrowsAsync<GenAuthCredentialException>(() => client.ValidateIdTokenAsync(TestTokens.Hmac(TestTokens.IdClaims(service.Host + "/oidc"))));

        Assert.Contains("256 bits", failure.Message);
    }

    [Fact]
    public async Task Hs256_without_a_secret_names_the_settings()
    {
        await using var service = await StubService.StartAsync();
        var client = service.CreateClient(TokenSigningAlgorithm.HS256, configure: static options => options.AppSecret = null);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.ValidateIdTokenAsync(TestTokens.Hmac(TestTokens.IdClaims(service.Host + "/oidc"))));

        Assert.Contains("SigningAlgorithm is HS256", failure.Message);
    }
}
