using GenAuth;
using GenAuth.DependencyInjection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

public static partial class GenAuthServiceCollectionExtensions
{
    private static readonly ClientRegistration<ManagementClientOptions, ManagementClientOptionsValidator, IManagementClient, ManagementClient> Management =
        new("Management", static (options, httpClient) => new ManagementClient(options, httpClient), static (client, options) => client.TryUse(options), static client => client.Transport, ManagementAreas.AddTo);

    /// <summary>Registers <see cref="IManagementClient"/> with settings from code.</summary>
    /// <remarks>
    /// A registered <see cref="TimeProvider"/> is the client's clock, a registered <see cref="IAccessKeyProvider"/> provides its access
    /// key, and with <see cref="ManagementClientOptions.ShareTokenThroughDistributedCache"/> a registered <see cref="IDistributedCache"/>
    /// holds its management token, unless the options have their own.
    /// </remarks>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthManagement(this IServiceCollection services, Action<ManagementClientOptions> configure) =>
        AddManagement(services, null, options => options.Configure(NotNull(configure, nameof(configure))));

    /// <summary>Registers <see cref="IManagementClient"/> with settings from configuration, for example the section <c>GenAuth:Management</c>.</summary>
    /// <remarks>
    /// <para>
    /// Keys of the section: <c>AccessKeyId</c> and <c>AccessKeySecret</c>; optional <c>Host</c>, <c>AllowInsecureHttp</c>
    /// (<c>true</c> or <c>false</c>), <c>AuthorizationMethod</c> (<c>Signature</c> or <c>ManagementToken</c>), <c>Edition</c>
    /// (<c>GenAuth</c> or <c>Authing</c>), <c>Language</c>, <c>TenantId</c>, <c>Timeout</c> (<c>hh:mm:ss</c>),
    /// <c>MaxClockSkew</c> (<c>hh:mm:ss</c>), <c>MaxResponseBytes</c>, <c>MaxResponseValues</c>,
    /// <c>ResponseValidation</c> (<c>Lenient</c> or <c>Strict</c>), <c>LogBodies</c> and
    /// <c>ShareTokenThroughDistributedCache</c> (both <c>true</c> or <c>false</c>).
    /// The secret belongs into user secrets, an environment variable or a vault, not into a file that is committed.
    /// </para>
    /// <para>
    /// A registered <see cref="TimeProvider"/> is the client's clock, a registered <see cref="IAccessKeyProvider"/> provides its access
    /// key, and with <see cref="ManagementClientOptions.ShareTokenThroughDistributedCache"/> a registered <see cref="IDistributedCache"/>
    /// holds its management token, unless the options have their own.
    /// </para>
    /// </remarks>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="ManagementClientOptions"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthManagement(this IServiceCollection services, IConfiguration configuration) =>
        AddManagement(services, null, options => options.BindFrom(configuration));

    /// <summary>Registers one of several clients as the keyed service <paramref name="name"/>, with settings from code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key, for example the user pool's name.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthManagement(this IServiceCollection services, string name, Action<ManagementClientOptions> configure) =>
        AddManagement(services, Name(name), options => options.Configure(NotNull(configure, nameof(configure))));

    /// <summary>
    /// Registers one of several clients as the keyed service <paramref name="name"/>, with settings from configuration. The keys
    /// are those of <see cref="AddGenAuthManagement(IServiceCollection, IConfiguration)"/>.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The key, for example the user pool's name.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="ManagementClientOptions"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthManagement(this IServiceCollection services, string name, IConfiguration configuration) =>
        AddManagement(services, Name(name), options => options.BindFrom(configuration));

    private static IHttpClientBuilder AddManagement(
        IServiceCollection services, string? name, Action<OptionsBuilder<ManagementClientOptions>> configure) =>
        Management.Add(services, name, options =>
        {
            configure(options);

            // Last, so that what the application sets itself stays.
            options.PostConfigure<IServiceProvider>((settings, provider) =>
            {
                settings.AccessKeyProvider ??= provider.GetServiceOf<IAccessKeyProvider>(name);
                settings.TimeProvider ??= provider.GetService<TimeProvider>();
                if (settings.ShareTokenThroughDistributedCache)
                {
                    settings.DistributedCache ??= provider.GetService<IDistributedCache>();
                }
            });
        });
}
