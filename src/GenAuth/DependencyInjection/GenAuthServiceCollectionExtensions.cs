using GenAuth;
using GenAuth.DependencyInjection;
using GenAuth.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

// The framework's own namespace, so that the methods are at hand wherever services are registered.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SDK's clients.</summary>
/// <remarks>
/// Clients are singletons. Connections come from <see cref="IHttpClientFactory"/>; the returned builder takes your own
/// handlers. Options are validated when the host starts.
/// </remarks>
public static class GenAuthServiceCollectionExtensions
{
    /// <summary>Registers <see cref="IAuthenticationClient"/> with settings from code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthAuthentication(this IServiceCollection services, Action<AuthenticationClientOptions> configure) =>
        Add(services, null, options => options.Configure(NotNull(configure, nameof(configure))));

    /// <summary>Registers <see cref="IAuthenticationClient"/> with settings from configuration, for example the section <c>GenAuth</c>.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="AuthenticationClientOptions"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthAuthentication(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, null, options => options.Bind(NotNull(configuration, nameof(configuration))));

    /// <summary>Registers one of several clients as the keyed service <paramref name="name"/>, with settings from code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key, for example the application's name.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthAuthentication(this IServiceCollection services, string name, Action<AuthenticationClientOptions> configure) =>
        Add(services, Name(name), options => options.Configure(NotNull(configure, nameof(configure))));

    /// <summary>Registers one of several clients as the keyed service <paramref name="name"/>, with settings from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key, for example the application's name.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="AuthenticationClientOptions"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthAuthentication(this IServiceCollection services, string name, IConfiguration configuration) =>
        Add(services, Name(name), options => options.Bind(NotNull(configuration, nameof(configuration))));

    private static IHttpClientBuilder Add(
        IServiceCollection services, string? name, Action<OptionsBuilder<AuthenticationClientOptions>> configure)
    {
        Throw.IfNull(services, nameof(services));
        configure(services.AddOptions<AuthenticationClientOptions>(name).ValidateOnStart());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthenticationClientOptions>, AuthenticationClientOptionsValidator>());

        if (name is null)
        {
            services.TryAddSingleton(provider => Create(provider, null));
            services.TryAddSingleton<IAuthenticationClient>(provider => provider.GetRequiredService<AuthenticationClient>());
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name));
            services.TryAddKeyedSingleton<IAuthenticationClient>(name, (provider, _) => provider.GetRequiredKeyedService<AuthenticationClient>(name));
        }

        return services
            .AddHttpClient(HttpClientName(name), client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(DefaultHttpClient.CreateHandler)
            // The factory's own log would write tokens and secrets at its lowest level.
            .RedactLoggedHeaders(static _ => true);
    }

    private static AuthenticationClient Create(IServiceProvider provider, string? name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<AuthenticationClientOptions>>().Get(name ?? Options.Options.DefaultName);
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var clientName = HttpClientName(name);

        // A new one for every call: the factory pools the connections and renews them, which a kept client would prevent.
        return new AuthenticationClient(options, () => factory.CreateClient(clientName));
    }

    private static string HttpClientName(string? name) => name is null ? "GenAuth.Authentication" : "GenAuth.Authentication:" + name;

    private static string Name(string name)
    {
        Throw.IfBlank(name, nameof(name), "Pass a key for the client, or use the overload without a name.");
        return name;
    }

    private static T NotNull<T>(T value, string parameterName)
    {
        Throw.IfNull(value, parameterName);
        return value;
    }
}
