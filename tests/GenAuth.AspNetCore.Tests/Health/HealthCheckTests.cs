using GenAuth.AspNetCore.Tests.Api.Support;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GenAuth.AspNetCore.Tests.Health;

public sealed class HealthCheckTests
{
    [Fact]
    public async Task Check_is_healthy_when_discovery_and_keys_can_be_read()
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        await using var api = await StartAsync(service);

        var entry = await CheckAsync(api);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal((1, 1), (service.CountOf(Providers.DiscoveryPath), service.CountOf(Providers.KeysPath)));
    }

    [Theory]
    [InlineData(Providers.DiscoveryPath)]
    [InlineData(Providers.KeysPath)]
    public async Task Check_is_degraded_when_one_of_them_cannot_be_read_although_keys_are_cached(string path)
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        await using var api = await StartAsync(service);
        Assert.Equal(200, (await api.GetAsync("/claims", TestTokens.Rsa(TestTokens.AccessClaims(service.Host + "/oidc")))).Status);
        service.On(path, static _ => new(string.Empty, 0));

        var entry = await CheckAsync(api);

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("\"Bearer\" cannot be read: GenAuthConnectionException", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_is_degraded_without_a_key_for_RS256()
    {
        await using var service = (await StubService.StartAsync()).WithKeys(static () => TestTokens.KeySet());
        await using var api = await StartAsync(service);
        await using var symmetric = await StartAsync(service, TokenSigningAlgorithm.HS256);

        Assert.Equal((HealthStatus.Degraded, HealthStatus.Healthy), ((await CheckAsync(api)).Status, (await CheckAsync(symmetric)).Status));
    }

    [Fact]
    public async Task Check_ends_at_its_time_limit()
    {
        var gate = new TaskCompletionSource();
        await using var service = await StubService.StartAsync();
        service.On(Providers.DiscoveryPath, _ =>
        {
            gate.Task.Wait();
            return new("{}");
        });
        await using var api = await StartAsync(service, timeout: TimeSpan.FromMilliseconds(50));

        var entry = await CheckAsync(api);
        gate.SetResult();

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.IsType<OperationCanceledException>(entry.Exception, exactMatch: false);
    }

    [Fact]
    public async Task Check_without_a_registration_says_what_to_call()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHealthChecks().AddGenAuth();
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Contains("AddGenAuthApi", Assert.Single(report.Entries).Value.Exception!.Message, StringComparison.Ordinal);
    }

    private static Task<ApiApp> StartAsync(StubService service, TokenSigningAlgorithm algorithm = TokenSigningAlgorithm.RS256, TimeSpan? timeout = null) => service.StartApiAsync(
        algorithm,
        also: services => services.AddHealthChecks().AddGenAuth(failureStatus: timeout is null ? HealthStatus.Degraded : HealthStatus.Unhealthy, timeout: timeout));

    private static async Task<HealthReportEntry> CheckAsync(ApiApp api) =>
        Assert.Single((await api.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries).Value;
}
