using GenAuth.AspNetCore.Client;
using GenAuth.AspNetCore.Health;
using GenAuth.AspNetCore.Sessions;
using GenAuth.AspNetCore.Telemetry;
using GenAuth.DependencyInjection;
using GenAuth.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenAuth.AspNetCore.WebApp;

/// <summary>Registers an application: its options and clients, its sessions, and its two schemes.</summary>
internal static class WebAppRegistration
{
    private static readonly ClientRegistration<GenAuthWebAppOptions, WebAppOptionsValidator, IOpenIdConnectClient, OpenIdConnectClient> Clients = new(
        "WebApp",
        static (options, httpClient) => new OpenIdConnectClient(options, httpClient),
        static (client, options) => client.TryUse(options),
        static client => client.Transport,
        static _ => { });

    public static AuthenticationBuilder Add(IServiceCollection services, string scheme, Action<OptionsBuilder<GenAuthWebAppOptions>> configure)
    {
        Throw.IfNull(services, nameof(services));
        Throw.IfBlank(scheme, nameof(scheme), "Pass a name for the application, or use the overload without a name.");
        if (services.Any(service => service.ServiceType == typeof(WebApplicationClients) && scheme.Equals(service.ServiceKey)))
        {
            throw new InvalidOperationException($"A web app named \"{scheme}\" is registered already. Give each application a name of its own.");
        }

        AddClients(services, scheme, configure);
        AddSessions(services, scheme);
        services.AddAuthorization();
        services.AddAntiforgery();
        services.AddUserClients();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IUserClientSource, SessionTokens>(static provider => provider.GetRequiredService<SessionTokens>()));
        services.AddSingleton<IProviderProbe>(provider => new KeyProbe(scheme, GetApp(provider, scheme).Options.SigningAlgorithm, GetApp(provider, scheme).OpenIdConnect.ProbeKeysAsync));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SessionStoreCheck>());
        return AddSchemes(services, scheme);
    }

    private static void AddClients(IServiceCollection services, string scheme, Action<OptionsBuilder<GenAuthWebAppOptions>> configure)
    {
        var http = Clients.Add(services, scheme, options =>
        {
            configure(options);

            // Last, so that what the application sets itself stays.
            options.PostConfigure<IServiceProvider>((values, provider) =>
            {
                values.ClientSecretProvider ??= provider.GetKeyedService<IClientSecretProvider>(scheme)
                    ?? (scheme == GenAuthWebAppDefaults.AuthenticationScheme ? provider.GetService<IClientSecretProvider>() : null);
                values.TimeProvider ??= provider.GetService<TimeProvider>();
                values.CallbackPath ??= GenAuthWebAppDefaults.GetPath(GenAuthWebAppDefaults.CallbackPath, scheme);
                values.SignedOutCallbackPath ??= GenAuthWebAppDefaults.GetPath(GenAuthWebAppDefaults.SignedOutCallbackPath, scheme);
            });
        });
        services.AddKeyedSingleton(scheme, (provider, _) => new WebApplicationClients(
            scheme,
            provider.GetRequiredService<IOptionsMonitor<GenAuthWebAppOptions>>().Get(scheme),
            provider.GetRequiredKeyedService<OpenIdConnectClient>(scheme),
            () => provider.GetRequiredService<IHttpClientFactory>().CreateClient(http.Name)));
    }

    private static void AddSessions(IServiceCollection services, string scheme)
    {
        // A cache that the application registers takes its place.
        services.AddDistributedMemoryCache();
        services.AddDataProtection();
        services.AddKeyedSingleton(scheme, (provider, _) => new SessionCache(
            provider.GetRequiredService<IDistributedCache>(),
            provider.GetRequiredService<IDataProtectionProvider>(),
            scheme,
            GetApp(provider, scheme).TimeProvider,
            GetLogger(provider)));
        services.AddKeyedSingleton(scheme, (provider, _) => new SessionLock(
            provider.GetRequiredService<IDistributedCache>(), GetApp(provider, scheme).Options.RenewalLockDelay, GetApp(provider, scheme).TimeProvider, GetLogger(provider)));
        services.AddKeyedSingleton(scheme, (provider, _) => new SessionClaims(GetApp(provider, scheme), provider.GetRequiredService<IServiceScopeFactory>(), GetLogger(provider)));
        services.AddKeyedSingleton(scheme, (provider, _) => new TokenRenewal(
            GetApp(provider, scheme),
            provider.GetRequiredKeyedService<SessionCache>(scheme),
            provider.GetRequiredKeyedService<SessionLock>(scheme),
            provider.GetRequiredKeyedService<SessionClaims>(scheme),
            GetLogger(provider)));
        services.AddKeyedSingleton(scheme, (provider, _) => new SessionTicketStore(
            GetApp(provider, scheme),
            provider.GetRequiredKeyedService<SessionCache>(scheme),
            provider.GetRequiredKeyedService<TokenRenewal>(scheme),
            provider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()));
    }

    private static AuthenticationBuilder AddSchemes(IServiceCollection services, string scheme)
    {
        var cookieScheme = GenAuthWebAppDefaults.GetCookieScheme(scheme);
        var authentication = services.AddAuthentication();
        if (scheme == GenAuthWebAppDefaults.AuthenticationScheme)
        {
            services.Configure<AuthenticationOptions>(options =>
            {
                // What is registered first is the default.
                if (options.DefaultScheme is null)
                {
                    options.DefaultScheme = cookieScheme;
                    options.DefaultChallengeScheme ??= scheme;
                }
            });
        }

        authentication.AddCookie(cookieScheme, _ => { });
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        authentication.AddRemoteScheme<OpenIdConnectOptions, WebAppHandler>(scheme, "GenAuth", _ => { });
        services.AddOptions<CookieAuthenticationOptions>(cookieScheme)
            .Configure<IServiceProvider>((options, provider) => SchemeSettings.Apply(options, scheme, provider));
        services.AddOptions<OpenIdConnectOptions>(scheme)
            .Configure<IServiceProvider>((options, provider) => SchemeSettings.Apply(options, GetApp(provider, scheme), provider))
            .PostConfigure<IServiceProvider>((options, provider) =>
            {
                if (options.EventsType is not null)
                {
                    throw new InvalidOperationException($"EventsType is set for the scheme \"{scheme}\". Set Events instead: this package has events of its own around them.");
                }

                new SignInEvents(GetApp(provider, scheme), provider.GetRequiredKeyedService<SessionClaims>(scheme), GetLogger(provider)).AddTo(options.Events);
            });
        return authentication;
    }

    private static WebApplicationClients GetApp(IServiceProvider provider, string scheme) => provider.GetRequiredKeyedService<WebApplicationClients>(scheme);

    private static ILogger GetLogger(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger(WebAppLog.Category);
}
