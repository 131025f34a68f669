using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GenAuth.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Client_with_settings_from_code_is_registered()
    {
        using var handler = new StubHandler();
        using var provider = Provider(services => services.AddGenAuthAuthentication(Fill("app")).ConfigurePrimaryHttpMessageHandler(() => handler));

        await provider.GetRequiredService<IAuthenticationClient>().GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal("app", handler.Only.Header("x-genauth-app-id"));
        Assert.Equal("https://app.genauth.ai", handler.Only.Uri.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public void Client_is_a_singleton_by_interface_and_by_class()
    {
        using var provider = Provider(services => services.AddGenAuthAuthentication(Fill("app")));
        using var scope = provider.CreateScope();

        var client = provider.GetRequiredService<IAuthenticationClient>();

        Assert.Same(client, provider.GetRequiredService<AuthenticationClient>());
        Assert.Same(client, scope.ServiceProvider.GetRequiredService<IAuthenticationClient>());
    }

    [Fact]
    public async Task A_named_client_is_a_keyed_service_by_interface_and_by_class()
    {
        using var handler = new StubHandler();
        using var provider = Provider(services => services.AddGenAuthAuthentication("shop", Fill("shop-app")).ConfigurePrimaryHttpMessageHandler(() => handler));

        var client = provider.GetRequiredKeyedService<IAuthenticationClient>("shop");
        await client.GetAlipayAuthInfoAsync("my-alipay");

        Assert.Same(client, provider.GetRequiredKeyedService<AuthenticationClient>("shop"));
        Assert.Equal("shop-app", handler.Only.Header("x-genauth-app-id"));
        Assert.Null(provider.GetService<IAuthenticationClient>());
    }

    [Fact]
    public async Task Named_and_unnamed_clients_coexist()
    {
        using var handler = new StubHandler();
        using var provider = Provider(services =>
        {
            services.AddGenAuthAuthentication(Fill("main")).ConfigurePrimaryHttpMessageHandler(() => handler);
            services.AddGenAuthAuthentication("shop", Fill("shop")).ConfigurePrimaryHttpMessageHandler(() => handler);
            services.AddGenAuthAuthentication("desk", Fill("desk")).ConfigurePrimaryHttpMessageHandler(() => handler);
        });

        await provider.GetRequiredKeyedService<IAuthenticationClient>("desk").GetAlipayAuthInfoAsync("my-alipay");
        await provider.GetRequiredService<IAuthenticationClient>().GetAlipayAuthInfoAsync("my-alipay");
        await provider.GetRequiredKeyedService<IAuthenticationClient>("shop").GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal(["desk", "main", "shop"], handler.Sent.Select(sent => sent.Header("x-genauth-app-id")));
        Assert.Equal(["desk.genauth.ai", "main.genauth.ai", "shop.genauth.ai"], handler.Sent.Select(sent => sent.Uri.Host));
    }

    [Fact]
    public async Task Registering_twice_gives_one_client_with_the_later_settings()
    {
        using var handler = new StubHandler();
        using var provider = Provider(services =>
        {
            services.AddGenAuthAuthentication(options => (options.AppId, options.AppHost, options.Language) = ("first", "first.genauth.ai", "ja-JP"));
            services.AddGenAuthAuthentication(Fill("second")).ConfigurePrimaryHttpMessageHandler(() => handler);
        });

        await Assert.Single(provider.GetServices<IAuthenticationClient>()).GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal("second", handler.Only.Header("x-genauth-app-id"));
        Assert.Equal("ja-JP", handler.Only.Header("x-genauth-lang"));
    }

    [Fact]
    public void Client_that_was_registered_before_is_not_replaced()
    {
        var standIn = new AuthenticationClient(Clients.Options());
        using var provider = Provider(services =>
        {
            services.AddSingleton<IAuthenticationClient>(standIn);
            services.AddGenAuthAuthentication(Fill("app"));
        });

        Assert.Same(standIn, provider.GetRequiredService<IAuthenticationClient>());
    }

    [Fact]
    public void Invalid_settings_without_a_host_are_refused_when_the_client_is_resolved()
    {
        using var provider = Provider(services => services.AddGenAuthAuthentication("shop", options => options.AppId = ""));

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<IAuthenticationClient>("shop"));

        Assert.Equal("shop", exception.OptionsName);
    }

    private static Action<AuthenticationClientOptions> Fill(string application) =>
        options => (options.AppId, options.AppHost) = (application, application + ".genauth.ai");

    private static ServiceProvider Provider(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }
}
