using GenAuth.AspNetCore.Tests.Api.Support;
using GenAuth.Models;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.AspNetCore.Tests.Api;

/// <summary>Keys that are rotated, and a service that cannot be reached.</summary>
public sealed class KeyTests
{
    private static readonly UserDto Ada = new() { UserId = "user-1", Username = "ada", Status = UserStatus.Activated };

    [Fact]
    public async Task Key_rotation_during_load_refuses_no_token_and_loads_the_keys_once()
    {
        var clock = new FakeTimeProvider(TestTokens.Now);
        await using var tenant = await GenAuthTenant.StartAsync(new GenAuthTenantOptions { SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256, TimeProvider = clock });
        tenant.AddUser(Ada);
        await using var api = await tenant.StartApiAsync(GenAuthTenantSigningAlgorithm.RS256, clock: clock);
        var before = (await tenant.SignInAsync(Ada)).AccessToken;
        Assert.Equal(200, (await api.GetAsync("/claims", before)).Status);

        clock.Advance(TimeSpan.FromMinutes(5));
        var load = Enumerable.Range(0, 32).Select(_ => api.GetAsync("/claims", before)).ToList();
        tenant.RotateTokenKey();
        var after = (await tenant.SignInAsync(Ada)).AccessToken;
        load.AddRange(Enumerable.Range(0, 64).Select(index => api.GetAsync("/claims", index % 2 == 0 ? before : after)));
        var responses = await Task.WhenAll(load);

        Assert.All(responses, static response => Assert.Equal(200, response.Status));
        Assert.Equal(2, tenant.Requests.Count(static request => request.Path.EndsWith("/jwks.json", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Withdrawn_key_is_refused_after_the_next_refresh()
    {
        var clock = new FakeTimeProvider(TestTokens.Now);
        await using var tenant = await GenAuthTenant.StartAsync(new GenAuthTenantOptions { SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256, TimeProvider = clock });
        tenant.AddUser(Ada);
        await using var api = await tenant.StartApiAsync(GenAuthTenantSigningAlgorithm.RS256, clock: clock);
        var token = (await tenant.SignInAsync(Ada)).AccessToken;
        Assert.Equal(200, (await api.GetAsync("/claims", token)).Status);

        tenant.RotateTokenKey(keepOldKeys: false);
        clock.Advance(TimeSpan.FromHours(12));

        Assert.Equal(TokenProblem.UnknownKey.ToString(), (await api.GetAsync("/problem", token)).Body);
    }

    [Fact]
    public async Task Flood_of_unknown_keys_loads_the_keys_once_in_five_minutes()
    {
        var clock = new FakeTimeProvider(TestTokens.Now);
        await using var service = (await StubService.StartAsync()).WithKeys();
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.RS256, clock: clock);
        var forged = Enumerable.Range(0, 50).Select(index => TestTokens.Rsa(
            TestTokens.AccessClaims(service.Host + "/oidc"), TestTokens.OtherKey, new() { ["alg"] = "RS256", ["kid"] = $"foreign-{index}" })).ToList();

        foreach (var minutes in new[] { 0, 5 })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            var responses = await Task.WhenAll(forged.Select(token => api.GetAsync("/claims", token)));
            Assert.All(responses, static response => Assert.Equal(401, response.Status));
        }

        Assert.Equal(2, service.CountOf(Providers.KeysPath));
    }

    [Fact]
    public async Task Service_that_is_down_at_the_start_delays_only_the_requests_that_need_it()
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        service.On(Providers.DiscoveryPath, static _ => new(string.Empty, 0));
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.RS256);
        var token = TestTokens.Rsa(TestTokens.AccessClaims(service.Host + "/oidc"));

        var down = await api.GetAsync("/claims", token);

        Assert.Equal((503, string.Empty, "5"), (down.Status, down.Challenge, down.RetryAfter));
        Assert.Equal((200, 401), ((await api.GetAsync("/open", token)).Status, (await api.GetAsync("/claims")).Status));
        Assert.NotEmpty(api.Log.OfEvent(121));

        service.WithKeys();
        Assert.Equal(200, (await api.GetAsync("/claims", token)).Status);
    }

    [Fact]
    public async Task Service_that_goes_down_later_does_not_affect_tokens_with_known_keys_for_a_day()
    {
        var clock = new FakeTimeProvider(TestTokens.Now);
        await using var service = (await StubService.StartAsync()).WithKeys();
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.RS256, clock: clock);
        var claims = TestTokens.AccessClaims(service.Host + "/oidc");
        claims["exp"] = TestTokens.Now.AddDays(7).ToUnixTimeSeconds();
        var token = TestTokens.Rsa(claims);
        Assert.Equal(200, (await api.GetAsync("/claims", token)).Status);

        service.On(Providers.DiscoveryPath, static _ => new(string.Empty, 0));
        clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(200, (await api.GetAsync("/claims", token)).Status);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(503, (await api.GetAsync("/claims", token)).Status);
    }

    [Fact]
    public async Task Hs256_needs_no_service()
    {
        await using var service = await StubService.StartAsync();
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.HS256);

        Assert.Equal(200, (await api.GetAsync("/claims", TestTokens.Hmac(TestTokens.AccessClaims(service.Host + "/oidc")))).Status);
        Assert.Empty(service.Requests);
    }
}
