using GenAuth;
using GenAuth.AspNetCore;
using GenAuth.AspNetCore.Api;
using GenAuth.AspNetCore.Caching;
using GenAuth.AspNetCore.Client;
using GenAuth.AspNetCore.Health;
using GenAuth.DependencyInjection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

// The framework's own namespace, so that the methods are found wherever services are registered.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers APIs that accept the access tokens of an application.</summary>
/// <remarks>
/// <para>
/// The scheme is a JwtBearer scheme, so that <see cref="JwtBearerOptions.Events"/> and the other options of
/// <see cref="JwtBearerOptions"/> can be set as usual with <c>services.Configure&lt;JwtBearerOptions&gt;(scheme, …)</c>. Tokens are
/// validated by <see cref="GenAuthApiOptions"/>: the authority, the audience and the <c>TokenValidationParameters</c> of
/// <see cref="JwtBearerOptions"/> have no effect.
/// </para>
/// <para>
/// The options are validated when the host starts, and changed options are used for the requests after the change. A registered
/// <see cref="IClientSecretProvider"/> provides the secret of the scheme <c>Bearer</c>, and one that is keyed with the name of another
/// scheme that of this scheme. A registered <see cref="TimeProvider"/> is the clock. The names of claims are those of the service, and
/// each scope is a claim of its own.
/// </para>
/// </remarks>
public static class GenAuthApiExtensions
{
    private const string DefaultSection = "GenAuth";

    private static readonly ClientRegistration<GenAuthApiOptions, ApiOptionsValidator, ApiTokens, ApiTokens> Registration = new(
        "Api",
        static (options, httpClient) => new ApiTokens(options, httpClient),
        static (tokens, options) => tokens.TryUse(options),
        static tokens => tokens.Transport,
        static _ => { });

    /// <summary>Registers an API as the scheme <c>Bearer</c>, with the settings of a section of the configuration.</summary>
    /// <param name="builder">The builder of the program.</param>
    /// <param name="section">The name of the section.</param>
    /// <param name="configure">Changes the settings of the section; may be <see langword="null"/>.</param>
    /// <returns>The builder of the authentication.</returns>
    public static AuthenticationBuilder AddGenAuthApi(this IHostApplicationBuilder builder, string section = DefaultSection, Action<GenAuthApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        return Add(AddAuthentication(builder.Services), JwtBearerDefaults.AuthenticationScheme, options =>
        {
            options.BindFrom(builder.Configuration.GetSection(section));
            if (configure is not null)
            {
                options.Configure(configure);
            }
        });
    }

    /// <summary>Registers an API as the scheme <c>Bearer</c>, with settings from configuration, for example the section <c>GenAuth</c>.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="GenAuthApiOptions"/>.</param>
    /// <returns>The builder of the authentication.</returns>
    public static AuthenticationBuilder AddGenAuthApi(this IServiceCollection services, IConfiguration configuration) =>
        Add(AddAuthentication(services), JwtBearerDefaults.AuthenticationScheme, options => options.BindFrom(configuration));

    /// <summary>Registers an API as the scheme <c>Bearer</c>, with settings from code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the authentication.</returns>
    public static AuthenticationBuilder AddGenAuthApi(this IServiceCollection services, Action<GenAuthApiOptions> configure) =>
        Add(AddAuthentication(services), JwtBearerDefaults.AuthenticationScheme, Configure(configure));

    /// <summary>Registers an API as one of several schemes, with settings from configuration.</summary>
    /// <param name="builder">The builder of the authentication.</param>
    /// <param name="scheme">The name of the scheme.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="GenAuthApiOptions"/>.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddGenAuthApi(this AuthenticationBuilder builder, string scheme, IConfiguration configuration) =>
        Add(builder, scheme, options => options.BindFrom(configuration));

    /// <summary>Registers an API as one of several schemes, with settings from code.</summary>
    /// <param name="builder">The builder of the authentication.</param>
    /// <param name="scheme">The name of the scheme.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddGenAuthApi(this AuthenticationBuilder builder, string scheme, Action<GenAuthApiOptions> configure) =>
        Add(builder, scheme, Configure(configure));

    private static Action<OptionsBuilder<GenAuthApiOptions>> Configure(Action<GenAuthApiOptions> configure) =>
        options => options.Configure(GenAuthServiceCollectionExtensions.NotNull(configure, nameof(configure)));

    /// <summary>The first registration is the default scheme of the program.</summary>
    private static AuthenticationBuilder AddAuthentication(IServiceCollection services) =>
        services.AddAuthentication(static options => options.DefaultScheme ??= JwtBearerDefaults.AuthenticationScheme);

    private static AuthenticationBuilder Add(AuthenticationBuilder builder, string scheme, Action<OptionsBuilder<GenAuthApiOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        var services = builder.Services;
        Registration.Add(services, scheme, options =>
        {
            configure(options);

            // Last, so that what the application sets itself stays.
            options.PostConfigure<IServiceProvider>((settings, provider) =>
            {
                settings.ClientSecretProvider ??= provider.GetServiceOf<IClientSecretProvider>(scheme == JwtBearerDefaults.AuthenticationScheme ? null : scheme);
                settings.TimeProvider ??= provider.GetService<TimeProvider>();
            });
        });

        services.AddAuthorization();
        services.AddDecisionCache();
        services.AddSingleton<IUserClientSource>(provider => new ApiUserClientSource(scheme, GetTokens(provider, scheme)));
        services.AddUserClients();
        services.AddSingleton<IProviderProbe>(provider => new KeyProbe(scheme, GetTokens(provider, scheme).Options.SigningAlgorithm, GetTokens(provider, scheme).ProbeAsync));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>());
        services.AddOptions<JwtBearerOptions>(scheme).Configure<IServiceProvider>((options, provider) =>
        {
            options.MapInboundClaims = false;
            options.TokenHandlers.Clear();
            options.TokenHandlers.Add(new ApiTokenHandler(
                scheme, GetTokens(provider, scheme), provider.GetRequiredService<DecisionCache>(), provider.GetRequiredService<ILoggerFactory>().CreateLogger(ApiLog.Category)));
        });
        return builder.AddScheme<JwtBearerOptions, ApiAuthenticationHandler>(scheme, null);
    }

    private static ApiTokens GetTokens(IServiceProvider provider, string scheme) => provider.GetRequiredKeyedService<ApiTokens>(scheme);
}
