using GenAuth.Tests.Management;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.DependencyInjection;

public sealed class ManagementRegistrationTests
{
    [Fact]
    public async Task Client_is_a_singleton_by_interface_and_by_class()
    {
        using var handler = new StubHandler();
        using var provider = Provider(services => services.AddGenAuthManagement(Fill("main")).ConfigurePrimaryHttpMessageHandler(() => handler));
        using var scope = provider.CreateScope();

        var client = provider.GetRequiredService<IManagementClient>();
        await ((ManagementClient)client).CallAsync();

        Assert.Same(client, provider.GetRequiredService<ManagementClient>());
        Assert.Same(client, scope.ServiceProvider.GetRequiredService<IManagementClient>());
        Assert.StartsWith("GenAuth main:", handler.Only.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_clients_are_keyed_services_beside_the_one_without_a_name_and_the_authentication_client()
    {
        using var handler = new StubHandler();
        using var provider = Provider(services =>
        {
            services.AddGenAuthAuthentication(options => (options.AppId, options.AppHost) = ("app", "app.genauth.ai"));
            services.AddGenAuthManagement(Fill("main")).ConfigurePrimaryHttpMessageHandler(() => handler);
            services.AddGenAuthManagement("shop", Fill("shop")).ConfigurePrimaryHttpMessageHandler(() => handler);
        });

        await provider.GetRequiredKeyedService<ManagementClient>("shop").CallAsync();
        await provider.GetRequiredService<ManagementClient>().CallAsync();

        Assert.Equal(["GenAuth shop", "GenAuth main"], handler.Sent.Select(sent => sent.Header("Authorization")!.Split(':')[0]));
        Assert.Same(provider.GetRequiredKeyedService<IManagementClient>("shop"), provider.GetRequiredKeyedService<ManagementClient>("shop"));
        Assert.NotNull(provider.GetRequiredService<IAuthenticationClient>());
    }

    [Fact]
    public async Task Client_uses_the_registered_TimeProvider()
    {
        using var handler = new StubHandler();
        using var provider = Provider(services => services
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 8, 30, 0, TimeSpan.Zero)))
            .AddGenAuthManagement(Fill("main")).ConfigurePrimaryHttpMessageHandler(() => handler));

        await provider.GetRequiredService<ManagementClient>().CallAsync();

        Assert.Equal("Thu, 01 Jan 2026 08:30:00 GMT", handler.Only.Header("Date"));
    }

    [Fact]
    public void TimeProvider_of_the_options_takes_precedence()
    {
        var own = new FakeTimeProvider();
        using var provider = Provider(services => services
            .AddSingleton<TimeProvider>(new FakeTimeProvider())
            .AddGenAuthManagement("shop", options =>
            {
                Fill("shop")(options);
                options.TimeProvider = own;
            }));

        Assert.Same(own, provider.GetRequiredService<IOptionsMonitor<ManagementClientOptions>>().Get("shop").TimeProvider);
    }

    [Fact]
    public async Task Replicas_share_their_token_through_the_registered_cache_when_configured()
    {
        var service = new TokenService();
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        for (var replica = 0; replica < 2; replica++)
        {
            using var provider = Provider(services => services.AddSingleton<IDistributedCache>(cache).AddGenAuthManagement(options =>
            {
                Fill("main")(options);
                (options.AuthorizationMethod, options.ShareTokenThroughDistributedCache) = (ManagementAuthorizationMethod.ManagementToken, true);
            }).ConfigurePrimaryHttpMessageHandler(() => service.Handler));
            await provider.GetRequiredService<ManagementClient>().CallAsync();
        }

        Assert.Equal(1, service.Exchanges);
    }

    [Fact]
    public void Registered_cache_is_not_used_unless_configured()
    {
        using var provider = Provider(services => services.AddDistributedMemoryCache().AddGenAuthManagement(Fill("main")));

        Assert.Null(provider.GetRequiredService<IOptions<ManagementClientOptions>>().Value.DistributedCache);
    }

    [Fact]
    public void Missing_cache_is_reported_with_the_remedy()
    {
        using var provider = Provider(services => services.AddGenAuthManagement("shop", options =>
        {
            Fill("shop")(options);
            options.ShareTokenThroughDistributedCache = true;
        }));

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<IManagementClient>("shop"));

        Assert.StartsWith(
            "GenAuth management client \"shop\": ShareTokenThroughDistributedCache is set, but there is no cache.",
            Assert.Single(exception.Failures),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Client_that_was_registered_before_is_not_replaced()
    {
        var standIn = new ManagementClient(ManagementClients.Options());
        using var provider = Provider(services => services.AddSingleton<IManagementClient>(standIn).AddGenAuthManagement(Fill("main")));

        Assert.Same(standIn, provider.GetRequiredService<IManagementClient>());
    }

    private static Action<ManagementClientOptions> Fill(string key) => options => (options.AccessKeyId, options.AccessKeySecret) = (key, "secret");

    private static ServiceProvider Provider(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }
}
