using GenAuth.OpenIdConnect.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.OpenIdConnect.Tests.Validation;

public sealed class ProviderKeysTests
{
    [Fact]
    public async Task Keys_are_loaded_once_for_many_tokens()
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        var client = service.CreateClient(TokenSigningAlgorithm.RS256);
        var token = TestTokens.Rsa(TestTokens.IdClaims(service.Host + "/oidc"));

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => client.ValidateIdTokenAsync(token)));

        Assert.Equal((1, 1), (service.CountOf(Providers.DiscoveryPath), service.CountOf(Providers.KeysPath)));
    }

    [Fact]
    public async Task Rotated_key_is_found_by_one_refresh_during_load()
    {
        var keySet = TestTokens.KeySet(TestTokens.PublicKey(TestTokens.Key));
        var clock = new FakeTimeProvider(TestTokens.Now);
        await using var service = (await StubService.StartAsync()).WithKeys(() => keySet);
        var client = service.CreateClient(TokenSigningAlgorithm.RS256, clock);
        var claims = TestTokens.IdClaims(service.Host + "/oidc");
        await client.ValidateIdTokenAsync(TestTokens.Rsa(claims));

        keySet = TestTokens.KeySet(TestTokens.PublicKey(TestTokens.OtherKey, "key-2"));
        clock.Advance(TimeSpan.FromMinutes(5));
        var rotated = TestTokens.Rsa(claims, TestTokens.OtherKey, new() { ["alg"] = "RS256", ["kid"] = "key-2" });
        var valid = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => client.ValidateIdTokenAsync(rotated)));

        Assert.All(valid, static token => Assert.Equal(TestTokens.Subject, token.Subject));
        Assert.Equal(2, service.CountOf(Providers.KeysPath));
    }

    [Fact]
    public async Task Unknown_key_ids_cause_at_most_one_refresh_in_five_minutes()
    {
        var clock = new FakeTimeProvider(TestTokens.Now);
        await using var service = (await StubService.StartAsync()).WithKeys();
        var client = service.CreateClient(TokenSigningAlgorithm.RS256, clock);
        var forged = TestTokens.Rsa(TestTokens.IdClaims(service.Host + "/oidc"), TestTokens.OtherKey, new() { ["alg"] = "RS256", ["kid"] = "foreign" });

        for (var count = 0; count < 10; count++)
        {
            await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateIdTokenAsync(forged));
        }

        Assert.Equal(1, service.CountOf(Providers.KeysPath));
        clock.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateIdTokenAsync(forged));
        await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateIdTokenAsync(forged));
        Assert.Equal(2, service.CountOf(Providers.KeysPath));
    }

    [Fact]
    public async Task Withdrawn_key_is_trusted_for_twelve_hours_at_most()
    {
        var keySet = TestTokens.KeySet(TestTokens.PublicKey(TestTokens.Key));
        var clock = new FakeTimeProvider(TestTokens.Now);
        await using var service = (await StubService.StartAsync()).WithKeys(() => keySet);
        var client = service.CreateClient(TokenSigningAlgorithm.RS256, clock);
        var claims = TestTokens.IdClaims(service.Host + "/oidc");
        claims["exp"] = TestTokens.Now.AddDays(14).ToUnixTimeSeconds();
        var token = TestTokens.Rsa(claims);
        await client.ValidateIdTokenAsync(token);

        keySet = TestTokens.KeySet(TestTokens.PublicKey(TestTokens.OtherKey, "key-2"));
        clock.Advance(TimeSpan.FromHours(12));
        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateIdTokenAsync(token));

        Assert.Equal(TokenProblem.UnknownKey, failure.Problem);
    }

    [Fact]
    public async Task Provider_that_is_down_at_first_is_used_as_soon_as_it_is_up()
    {
        await using var service = await StubService.StartAsync();
        service.On(Providers.DiscoveryPath, "down", 503);
        var client = service.CreateClient(TokenSigningAlgorithm.RS256, configure: static options => options.Retry.MaxRetries = 0);
        var token = TestTokens.Rsa(TestTokens.IdClaims(service.Host + "/oidc"));

        var failure = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.ValidateIdTokenAsync(token));
        service.WithKeys();
        await client.ValidateIdTokenAsync(token);

        Assert.Equal(503, (int)failure.HttpStatusCode);
    }

    [Fact]
    public async Task Provider_that_goes_down_later_does_not_affect_known_keys()
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        var client = service.CreateClient(TokenSigningAlgorithm.RS256);
        var token = TestTokens.Rsa(TestTokens.IdClaims(service.Host + "/oidc"));
        await client.ValidateIdTokenAsync(token);

        service.On(Providers.DiscoveryPath, "down", 503);

        await client.ValidateIdTokenAsync(token);
    }

    [Fact]
    public async Task Known_keys_bridge_an_outage_of_one_day_at_most()
    {
        var clock = new FakeTimeProvider(TestTokens.Now);
        await using var service = (await StubService.StartAsync()).WithKeys();
        var client = service.CreateClient(TokenSigningAlgorithm.RS256, clock, static options => options.Retry.MaxRetries = 0);
        var claims = TestTokens.IdClaims(service.Host + "/oidc");
        claims["exp"] = TestTokens.Now.AddDays(14).ToUnixTimeSeconds();
        var token = TestTokens.Rsa(claims);
        await client.ValidateIdTokenAsync(token);
        service.On(Providers.DiscoveryPath, "down", 503);

        clock.Advance(TimeSpan.FromHours(12));
        await client.ValidateIdTokenAsync(token);
        await client.ValidateIdTokenAsync(token);
        Assert.Equal(2, service.CountOf(Providers.DiscoveryPath));

        clock.Advance(TimeSpan.FromHours(12));
        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.ValidateIdTokenAsync(token));
    }

    [Fact]
    public async Task Canceled_caller_does_not_cancel_the_load_for_others()
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        var client = service.CreateClient(TokenSigningAlgorithm.RS256);
        var token = TestTokens.Rsa(TestTokens.IdClaims(service.Host + "/oidc"));
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        var first = Record.ExceptionAsync(() => client.ValidateIdTokenAsync(token, cancellationToken: canceled.Token));
        await client.ValidateIdTokenAsync(token);

        Assert.True(await first is null or OperationCanceledException);
        Assert.Equal(1, service.CountOf(Providers.KeysPath));
    }

    [Fact]
    public async Task Discovery_and_keys_are_retried()
    {
        var failures = 0;
        await using var service = (await StubService.StartAsync()).WithKeys(() => TestTokens.KeySet(TestTokens.PublicKey(TestTokens.Key)));
        service.On(Providers.DiscoveryPath, _ => failures++ == 0 ? new("down", 503) : new(TestTokens.Discovery(service.Host)));

        await service.CreateClient(TokenSigningAlgorithm.RS256, configure: static options => options.TimeProvider = null)
            .ValidateAccessTokenAsync(LongToken(service));

        Assert.Equal(2, service.CountOf(Providers.DiscoveryPath));
    }

    [Fact]
    public async Task Discovery_document_of_another_issuer_is_refused()
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        service.On(Providers.DiscoveryPath, _ => new(TestTokens.Discovery(service.Host, issuer: "https://attacker.example.com/oidc")));

        var failure = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => ValidateAsync(service));

        Assert.Contains("https://attacker.example.com/oidc", failure.Message);
        Assert.Equal(0, service.CountOf(Providers.KeysPath));
    }

    [Theory]
    [InlineData("https://attacker.example.com/keys")]
    [InlineData("/relative")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task Keys_on_another_host_are_refused(string address)
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        service.On(Providers.DiscoveryPath, _ => new(TestTokens.Discovery(service.Host, keys: address)));

        var failure = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => ValidateAsync(service));

        Assert.Contains("jwks_uri", failure.Message);
    }

    [Theory]
    [InlineData("""{"statusCode":404,"message":"no such path"}""")]
    [InlineData("""{"statusCode":200,"message":"ok","data":{}}""")]
    [InlineData("""[]""")]
    [InlineData("""<html></html>""")]
    [InlineData("")]
    public async Task Response_that_is_no_discovery_document_is_refused(string body)
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        service.On(Providers.DiscoveryPath, body);

        var failure = await Record.ExceptionAsync(() => ValidateAsync(service));

        Assert.IsAssignableFrom<GenAuthException>(failure);
    }

    [Fact]
    public async Task Keys_for_other_uses_do_not_verify_tokens()
    {
        await using var service = (await StubService.StartAsync()).WithKeys(static () => TestTokens.KeySet(
            TestTokens.PublicKey(TestTokens.Key, use: "enc"), TestTokens.PublicKey(TestTokens.Key, type: "oct"), TestTokens.PublicKey(TestTokens.Key, id: null), new() { ["kty"] = "RSA", ["kid"] = TestTokens.KeyId, ["n"] = "*", ["e"] = 1 }));

        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => ValidateAsync(service));

        Assert.Equal(TokenProblem.UnknownKey, failure.Problem);
    }

    [Fact]
    public async Task Other_issuer_from_the_options_is_used()
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        const string Issuer = "https://id.example.com/oidc/";
        service.On(Providers.DiscoveryPath, _ => new(TestTokens.Discovery(service.Host, Issuer)));

        var token = await service.CreateClient(TokenSigningAlgorithm.RS256, configure: static options => options.Issuer = Issuer)
            .ValidateIdTokenAsync(TestTokens.Rsa(TestTokens.IdClaims(Issuer)));

        Assert.Equal(Issuer, token.Issuer);
    }

    private static Task<ValidatedToken> ValidateAsync(StubService service) =>
        service.CreateClient(TokenSigningAlgorithm.RS256).ValidateIdTokenAsync(TestTokens.Rsa(TestTokens.IdClaims(service.Host + "/oidc")));

    /// <summary>A token for the real clock.</summary>
    private static string LongToken(StubService service)
    {
        var claims = TestTokens.AccessClaims(service.Host + "/oidc");
        claims["exp"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();
        return TestTokens.Rsa(claims);
    }
}
