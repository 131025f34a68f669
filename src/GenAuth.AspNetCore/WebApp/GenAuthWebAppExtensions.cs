using GenAuth.AspNetCore;
using GenAuth.AspNetCore.WebApp;
using GenAuth.DependencyInjection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

// The framework's own namespace, so that the methods are found wherever services are registered.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers web apps whose users sign in with the service.</summary>
/// <remarks>
/// <para>
/// An application has two schemes: its own, which sends browsers to the sign-in page of the service and handles the callback, and that of
/// its session cookie (<see cref="GenAuthWebAppDefaults.GetCookieScheme"/>). The application without a name is the default of
/// the app, unless another default was registered before. An endpoint for the users of a named application requires authorization with its
/// name as the scheme.
/// </para>
/// <para>
/// Sessions are in the registered <c>IDistributedCache</c>, encrypted with the app's data protection keys; without one they are in the
/// memory of the process. The cookie has a random key only. Tokens are renewed before they end, once for all requests and replicas.
/// </para>
/// <para>
/// Options are validated when the host starts. A registered <see cref="TimeProvider"/> is the clock, and a registered
/// <see cref="GenAuth.IClientSecretProvider"/> provides the secret, for a named application the one that is keyed with its name. The
/// HTTP client of an application is named <c>GenAuth.WebApp:{scheme}</c>.
/// </para>
/// </remarks>
public static class GenAuthWebAppExtensions
{
    /// <summary>The section of the configuration that is used if none is named.</summary>
    private const string DefaultSection = "GenAuth";

    /// <summary>Registers the application with settings from configuration.</summary>
    /// <param name="builder">The builder of the app.</param>
    /// <param name="sectionName">The section whose keys are the names of <see cref="GenAuthWebAppOptions"/>. Default: <c>GenAuth</c>.</param>
    /// <param name="configure">Changes the settings; <see langword="null"/> for nothing.</param>
    /// <returns>The builder for further schemes.</returns>
    public static AuthenticationBuilder AddGenAuthWebApp(this IHostApplicationBuilder builder, string sectionName = DefaultSection, Action<GenAuthWebAppOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return WebAppRegistration.Add(builder.Services, GenAuthWebAppDefaults.AuthenticationScheme, options =>
        {
            options.BindFrom(builder.Configuration.GetSection(sectionName));
            if (configure is not null)
            {
                options.Configure(configure);
            }
        });
    }

    /// <summary>Registers the application with settings from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="GenAuthWebAppOptions"/>.</param>
    /// <returns>The builder for further schemes.</returns>
    public static AuthenticationBuilder AddGenAuthWebApp(this IServiceCollection services, IConfiguration configuration) =>
        WebAppRegistration.Add(services, GenAuthWebAppDefaults.AuthenticationScheme, options => options.BindFrom(configuration));

    /// <summary>Registers the application with settings from code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder for further schemes.</returns>
    public static AuthenticationBuilder AddGenAuthWebApp(this IServiceCollection services, Action<GenAuthWebAppOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return WebAppRegistration.Add(services, GenAuthWebAppDefaults.AuthenticationScheme, options => options.Configure(configure));
    }

    /// <summary>Registers one of several applications with settings from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The application's name, which is its scheme.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="GenAuthWebAppOptions"/>.</param>
    /// <returns>The builder for further schemes.</returns>
    public static AuthenticationBuilder AddGenAuthWebApp(this IServiceCollection services, string name, IConfiguration configuration) =>
        WebAppRegistration.Add(services, name, options => options.BindFrom(configuration));

    /// <summary>Registers one of several applications with settings from code.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The application's name, which is its scheme.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder for further schemes.</returns>
    public static AuthenticationBuilder AddGenAuthWebApp(this IServiceCollection services, string name, Action<GenAuthWebAppOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return WebAppRegistration.Add(services, name, options => options.Configure(configure));
    }
}
