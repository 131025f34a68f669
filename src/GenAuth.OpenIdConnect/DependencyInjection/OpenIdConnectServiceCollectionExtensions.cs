using GenAuth;
using GenAuth.DependencyInjection;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

// The framework's own namespace, so that the methods are found wherever services are registered.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="OpenIdConnectClient"/> under the same rules as the API clients: see <see cref="GenAuthServiceCollectionExtensions"/>.</summary>
public static class OpenIdConnectServiceCollectionExtensions
{
    private static readonly ClientRegistration<OpenIdConnectClientOptions, OpenIdConnectClientOptionsValidator, IOpenIdConnectClient, OpenIdConnectClient> Registration = new(
        "OpenIdConnect",
        static (options, httpClient) => new OpenIdConnectClient(options, httpClient),
        static (client, options) => client.TryUse(options),
        static client => client.Transport,
        static _ => { });

    /// <summary>Registers <see cref="IOpenIdConnectClient"/> with settings from code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthOpenIdConnect(this IServiceCollection services, Action<OpenIdConnectClientOptions> configure) =>
        Add(services, null, options => options.Configure(GenAuthServiceCollectionExtensions.NotNull(configure, nameof(configure))));

    /// <summary>Registers <see cref="IOpenIdConnectClient"/> with settings from configuration, for example the section <c>GenAuth</c>.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="OpenIdConnectClientOptions"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthOpenIdConnect(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, null, options => options.BindFrom(configuration));

    /// <summary>Registers one of several clients as the keyed service <paramref name="name"/>, with settings from code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key, for example the application's name.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthOpenIdConnect(this IServiceCollection services, string name, Action<OpenIdConnectClientOptions> configure) =>
        Add(services, GenAuthServiceCollectionExtensions.Name(name), options => options.Configure(GenAuthServiceCollectionExtensions.NotNull(configure, nameof(configure))));

    /// <summary>Registers one of several clients as the keyed service <paramref name="name"/>, with settings from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key, for example the application's name.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="OpenIdConnectClientOptions"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthOpenIdConnect(this IServiceCollection services, string name, IConfiguration configuration) =>
        Add(services, GenAuthServiceCollectionExtensions.Name(name), options => options.BindFrom(configuration));

    private static IHttpClientBuilder Add(IServiceCollection services, string? name, Action<OptionsBuilder<OpenIdConnectClientOptions>> configure) =>
        Registration.Add(services, name, options =>
        {
            configure(options);

            // Last, so that what the application sets itself stays.
            options.PostConfigure<IServiceProvider>((settings, provider) =>
                settings.ClientSecretProvider ??= provider.GetServiceOf<IClientSecretProvider>(name));
        });
}
