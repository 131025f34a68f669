using GenAuth.Tests.Credentials;
using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GenAuth.Tests.DependencyInjection;

/// <summary>Credential providers of the container: each belongs to one client.</summary>
public sealed class CredentialRegistrationTests : IDisposable
{
    private readonly StubHandler _handler = new();

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task Registered_providers_are_those_of_the_clients_without_a_name()
    {
        await using var provider = Provider(services =>
        {
            services.AddSingleton<IAccessKeyProvider>(new KeyProvider("registered")).AddSingleton<IClientSecretProvider>(new Secret());
            services.AddGenAuthManagement(_ => { }).ConfigurePrimaryHttpMessageHandler(() => _handler);
            services.AddGenAuthAuthentication(Fill).ConfigurePrimaryHttpMessageHandler(() => _handler);
        });

        await provider.GetRequiredService<ManagementClient>().CallAsync();
        await provider.GetRequiredService<IAuthenticationClient>().SignInByAlipayAsync("my-alipay", "1");

        Assert.StartsWith("GenAuth registered:", _handler.Sent[0].Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal("Basic YXBwOnJlZ2lzdGVyZWQ=", _handler.Sent[1].Header("Authorization"));
    }

    [Fact]
    public async Task Keyed_provider_is_that_of_the_client_with_its_name()
    {
        await using var provider = Provider(services =>
        {
            services.AddSingleton<IAccessKeyProvider>(new KeyProvider("main")).AddKeyedSingleton<IAccessKeyProvider>("shop", new KeyProvider("shop"));
            services.AddKeyedSingleton<IClientSecretProvider>("shop", new Secret());
            services.AddGenAuthManagement(_ => { }).ConfigurePrimaryHttpMessageHandler(() => _handler);
            services.AddGenAuthManagement("shop", _ => { }).ConfigurePrimaryHttpMessageHandler(() => _handler);
            services.AddGenAuthManagement("desk", options => (options.AccessKeyId, options.AccessKeySecret) = ("desk", "secret")).ConfigurePrimaryHttpMessageHandler(() => _handler);
            services.AddGenAuthAuthentication("shop", Fill).ConfigurePrimaryHttpMessageHandler(() => _handler);
        });

        await provider.GetRequiredService<ManagementClient>().CallAsync();
        await provider.GetRequiredKeyedService<ManagementClient>("shop").CallAsync();
        await provider.GetRequiredKeyedService<ManagementClient>("desk").CallAsync();
        await provider.GetRequiredKeyedService<IAuthenticationClient>("shop").SignInByAlipayAsync("my-alipay", "1");

        Assert.Equal(["GenAuth main", "GenAuth shop", "GenAuth desk", "Basic YXBwOnJlZ2lzdGVyZWQ="], _handler.Sent.Select(sent => sent.Header("Authorization")!.Split(':')[0]));
    }

    [Fact]
    public void Provider_of_another_client_is_not_taken()
    {
        using var provider = Provider(services =>
        {
            services.AddSingleton<IAccessKeyProvider>(new KeyProvider("main"));
            services.AddGenAuthManagement("shop", _ => { });
        });

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<IManagementClient>("shop"));

        Assert.Contains("AccessKeyId is empty.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_of_the_options_goes_before_the_registered_one()
    {
        await using var provider = Provider(services => services
            .AddSingleton<IAccessKeyProvider>(new KeyProvider("registered"))
            .AddGenAuthManagement(options => options.AccessKeyProvider = new KeyProvider("own")).ConfigurePrimaryHttpMessageHandler(() => _handler));

        await provider.GetRequiredService<ManagementClient>().CallAsync();

        Assert.StartsWith("GenAuth own:", _handler.Only.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void Fixed_credentials_beside_a_registered_provider_are_refused()
    {
        using var provider = Provider(services =>
        {
            services.AddSingleton<IAccessKeyProvider>(new KeyProvider("registered")).AddSingleton<IClientSecretProvider>(new Secret());
            services.AddGenAuthManagement(options => options.AccessKeySecret = "hunter2");
            services.AddGenAuthAuthentication(options =>
            {
                Fill(options);
                options.AppSecret = "hunter2";
            });
        });

        Assert.Equal(
            "GenAuth management client: AccessKeyProvider is set beside AccessKeyId or AccessKeySecret. Remove the provider or the key; a registered IAccessKeyProvider counts as set.",
            Assert.Single(Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IManagementClient>()).Failures));
        Assert.Equal(
            "GenAuth authentication client: AppSecret and ClientSecretProvider are both set. Remove one of them; a registered IClientSecretProvider counts as set.",
            Assert.Single(Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IAuthenticationClient>()).Failures));
    }

    private static void Fill(AuthenticationClientOptions options) =>
        (options.AppId, options.AppHost, options.TokenEndpointAuthMethod) = ("app", "example.genauth.ai", TokenEndpointAuthMethod.ClientSecretBasic);

    private static ServiceProvider Provider(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    private sealed class Secret : IClientSecretProvider
    {
        public ValueTask<string> GetClientSecretAsync(CancellationToken cancellationToken) => new("registered");
    }
}
