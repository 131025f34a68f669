using GenAuth.OpenIdConnect.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GenAuth.OpenIdConnect.Tests.Client;

public sealed class DependencyInjectionTests
{
    [Fact]
    public async Task Registered_client_signs_in_with_settings_from_configuration()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", """{"access_token":"a-1"}""");
        await using var provider = new ServiceCollection()
            .AddGenAuthOpenIdConnect(Configuration(new()
            {
                ["AppId"] = "app",
                ["AppSecret"] = TestTokens.Secret,
                ["AppHost"] = service.Host,
                ["SigningAlgorithm"] = "HS256",
                ["TokenEndpointAuthMethod"] = "ClientSecretBasic",
                ["Retry:MaxRetries"] = "0",
            })).Services.BuildServiceProvider();

        var client = provider.GetRequiredService<IOpenIdConnectClient>();
        await client.RefreshAsync("r-1");

        Assert.Same(client, provider.GetRequiredService<OpenIdConnectClient>());
        Assert.StartsWith("Basic ", service.Requests.Single().Authorization);
    }

    [Fact]
    public async Task Named_clients_have_their_own_settings_and_secrets()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", """{"access_token":"a-1"}""");
        var services = new ServiceCollection();
        services.AddKeyedSingleton<IClientSecretProvider>("second", new FixedSecret("the-secret-of-the-second-application"));
        services.AddGenAuthOpenIdConnect("first", options => (options.AppId, options.AppSecret, options.AppHost) = ("app-1", TestTokens.Secret, service.Host));
        services.AddGenAuthOpenIdConnect("second", options => (options.AppId, options.AppHost) = ("app-2", service.Host));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IOpenIdConnectClient>("first").RefreshAsync("r-1");
        await provider.GetRequiredKeyedService<IOpenIdConnectClient>("second").RefreshAsync("r-1");

        Assert.Equal(
            [("app-1", TestTokens.Secret), ("app-2", "the-secret-of-the-second-application")],
            service.Requests.Select(static request => (request.Form["client_id"], request.Form["client_secret"])));
    }

    [Fact]
    public void Invalid_settings_are_reported_with_the_name_of_the_client()
    {
        using var provider = new ServiceCollection().AddGenAuthOpenIdConnect("portal", static _ => { }).Services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<IOpenIdConnectClient>("portal"));

        Assert.Contains("GenAuth OpenID Connect client \"portal\": AppId is empty", failure.Message);
    }

    [Fact]
    public async Task Changed_configuration_is_used_for_the_next_call()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", """{"access_token":"a-1"}""");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AppId"] = "app", ["AppSecret"] = TestTokens.Secret, ["AppHost"] = service.Host,
        }).Build();
        await using var provider = new ServiceCollection().AddGenAuthOpenIdConnect(configuration).Services.BuildServiceProvider();
        var client = provider.GetRequiredService<IOpenIdConnectClient>();
        await client.RefreshAsync("r-1");

        configuration["AppSecret"] = "a-new-secret-with-32-characters!";
        configuration.Reload();
        await client.RefreshAsync("r-1");

        Assert.Equal([TestTokens.Secret, "a-new-secret-with-32-characters!"], service.Requests.Select(static request => request.Form["client_secret"]));
    }

    [Fact]
    public async Task Handlers_of_the_application_cannot_repeat_a_code_exchange()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token", "down", 503);
        var builder = new ServiceCollection().AddGenAuthOpenIdConnect(options => (options.AppId, options.AppSecret, options.AppHost) = ("app", TestTokens.Secret, service.Host));
        builder.AddHttpMessageHandler(static () => new RepeatingHandler());
        await using var provider = builder.Services.BuildServiceProvider();

        await Assert.ThrowsAsync<GenAuthConnectionException>(() => provider.GetRequiredService<IOpenIdConnectClient>().RefreshAsync("r-1"));

        Assert.Single(service.Requests);
    }

    private static IConfiguration Configuration(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    private sealed class RepeatingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
