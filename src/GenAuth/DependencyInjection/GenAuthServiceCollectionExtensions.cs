using GenAuth;
using GenAuth.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

// The framework's own namespace, so that the methods are at hand wherever services are registered.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SDK's clients.</summary>
/// <remarks>
/// <para>
/// Clients are singletons. Connections come from <see cref="IHttpClientFactory"/>; the returned builder takes your own
/// handlers. Options are validated when the host starts. A registered <see cref="Microsoft.Extensions.Logging.ILoggerFactory"/>
/// is the clients' log, unless the options have their own; that of the factory is off, since it shows queries. A registered
/// <see cref="ISchemaDriftObserver"/> receives differences between responses and the API document, unless the options have their own.
/// </para>
/// <para>
/// A client uses changed options for the calls that start after the change, for example after configuration was reloaded. Invalid
/// options, another <c>Tls</c> and a host that moves between this machine and another one are logged, and the last valid options
/// stay in use as a whole. The same applies to views made by <c>WithAccessToken</c> and to the later pages of an enumeration.
/// </para>
/// <para>
/// A registered <see cref="IAccessKeyProvider"/> or <see cref="IClientSecretProvider"/> provides the credential of the client without a
/// name, and one that is keyed with the name of a client that of this client. A fixed credential beside it is an error.
/// </para>
/// </remarks>
public static partial class GenAuthServiceCollectionExtensions
{
    private static readonly ClientRegistration<AuthenticationClientOptions, AuthenticationClientOptionsValidator, IAuthenticationClient, AuthenticationClient> Authentication =
        new("Authentication", static (options, httpClient) => new AuthenticationClient(options, httpClient), static (client, options) => client.TryUse(options), static client => client.Transport, AuthenticationAreas.AddTo);

    /// <summary>Registers <see cref="IAuthenticationClient"/> with settings from code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthAuthentication(this IServiceCollection services, Action<AuthenticationClientOptions> configure) =>
        AddAuthentication(services, null, options => options.Configure(NotNull(configure, nameof(configure))));

    /// <summary>Registers <see cref="IAuthenticationClient"/> with settings from configuration, for example the section <c>GenAuth</c>.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="AuthenticationClientOptions"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthAuthentication(this IServiceCollection services, IConfiguration configuration) =>
        AddAuthentication(services, null, options => options.BindFrom(configuration));

    /// <summary>Registers one of several clients as the keyed service <paramref name="name"/>, with settings from code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key, for example the application's name.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthAuthentication(this IServiceCollection services, string name, Action<AuthenticationClientOptions> configure) =>
        AddAuthentication(services, Name(name), options => options.Configure(NotNull(configure, nameof(configure))));

    /// <summary>Registers one of several clients as the keyed service <paramref name="name"/>, with settings from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key, for example the application's name.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="AuthenticationClientOptions"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthAuthentication(this IServiceCollection services, string name, IConfiguration configuration) =>
        AddAuthentication(services, Name(name), options => options.BindFrom(configuration));

    private static IHttpClientBuilder AddAuthentication(
        IServiceCollection services, string? name, Action<OptionsBuilder<AuthenticationClientOptions>> configure) =>
        Authentication.Add(services, name, options =>
        {
            configure(options);

            // Last, so that what the application sets itself stays.
            options.PostConfigure<IServiceProvider>((settings, provider) =>
                settings.ClientSecretProvider ??= provider.GetServiceOf<IClientSecretProvider>(name));
        });

    /// <summary>The name of a named client, which must not be blank.</summary>
    internal static string Name(string name)
    {
        Throw.IfBlank(name, nameof(name), "Pass a key for the client, or use the overload without a name.");
        return name;
    }

    internal static T NotNull<T>(T value, string parameterName)
    {
        Throw.IfNull(value, parameterName);
        return value;
    }
}
