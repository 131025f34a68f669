using System.Net;
using GenAuth.AspNetCore.Tests.Api.Support;
using GenAuth.Models;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.AspNetCore.Tests.Api;

/// <summary>An API that asks the service whether a token is still active.</summary>
public sealed class IntrospectionTests : IAsyncLifetime
{
    private const string Path = "/oidc/token/introspection";

    private static readonly UserDto Ada = new() { UserId = "user-1", Username = "ada", Status = UserStatus.Activated };

    private readonly FakeTimeProvider _clock = new(TestTokens.Now);
    private GenAuthTenant _tenant = null!;
    private ApiApp _api = null!;
    private string _token = null!;

    public async Task InitializeAsync()
    {
        _tenant = await GenAuthTenant.StartAsync(new GenAuthTenantOptions { TimeProvider = _clock });
        _tenant.AddUser(Ada);
        _api = await _tenant.StartApiAsync(GenAuthTenantSigningAlgorithm.HS256, static options => options.IntrospectTokens = true, _clock);
        _token = (await _tenant.SignInAsync(Ada)).AccessToken!;
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task Revoked_token_is_refused_when_the_cached_result_has_ended()
    {
        Assert.Equal(200, (await _api.GetAsync("/claims", _token)).Status);
        await RevokeAsync();
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(200, (await _api.GetAsync("/claims", _token)).Status);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var response = await _api.GetAsync("/claims", _token);

        Assert.Equal((401, "Bearer error=\"invalid_token\", error_description=\"The access token is no longer active.\""), (response.Status, response.Challenge));
        Assert.Equal(2, CountRequests());
    }

    [Fact]
    public async Task Simultaneous_requests_with_a_token_share_one_introspection()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => _api.GetAsync("/claims", _token)));

        Assert.All(responses, static response => Assert.Equal(200, response.Status));
        Assert.Equal(1, CountRequests());
    }

    [Fact]
    public async Task Failed_introspection_denies_and_is_not_cached()
    {
        _tenant.FailNext(new GenAuthTenantOAuthFailure(Path, "server_error") { HttpStatusCode = HttpStatusCode.ServiceUnavailable });

        Assert.Equal(503, (await _api.GetAsync("/claims", _token)).Status);
        Assert.Equal(200, (await _api.GetAsync("/claims", _token)).Status);
    }

    [Fact]
    public async Task Invalid_token_is_refused_without_an_introspection()
    {
        Assert.Equal(401, (await _api.GetAsync("/claims", _token + "x")).Status);
        Assert.Equal(0, CountRequests());
    }

    [Fact]
    public async Task Duration_of_zero_asks_for_every_request()
    {
        await using var api = await _tenant.StartApiAsync(
            GenAuthTenantSigningAlgorithm.HS256, static options => (options.IntrospectTokens, options.IntrospectionCacheDuration) = (true, TimeSpan.Zero), _clock);
        Assert.Equal(200, (await api.GetAsync("/claims", _token)).Status);
        await RevokeAsync();

        Assert.Equal(401, (await api.GetAsync("/claims", _token)).Status);
    }

    private int CountRequests() => _tenant.Requests.Count(static request => request.Path == Path);

    private Task RevokeAsync() => new OpenIdConnectClient(new OpenIdConnectClientOptions { AppHost = _tenant.AppHost, AppId = _tenant.AppId, AppSecret = _tenant.AppSecret }).RevokeTokenAsync(_token);
}
