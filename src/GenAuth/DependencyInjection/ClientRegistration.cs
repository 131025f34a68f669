using System.Diagnostics.CodeAnalysis;
using GenAuth.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenAuth.DependencyInjection;

/// <summary>How a client of any kind is registered: as a singleton by class and interface, keyed when it has a name.</summary>
/// <param name="kind">The kind's name, with which the names of its HTTP clients begin.</param>
/// <param name="create">Creates a client.</param>
/// <param name="tryUse">Applies other options to a client; returns the problem if that is not possible.</param>
/// <param name="settings">A client's own copy of its settings.</param>
/// <param name="addAreas">Registers the interfaces of the client's areas.</param>
internal sealed class ClientRegistration<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions,
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TValidator,
    TInterface,
    TClient>(
    string kind,
    Func<TOptions, Func<HttpClient>, TClient> create,
    Func<TClient, TOptions, string?> tryUse,
    Func<TClient, TransportSettings> settings,
    Action<AreaServices<TInterface>> addAreas)
    where TOptions : GenAuthClientOptions
    where TValidator : class, IValidateOptions<TOptions>
    where TInterface : class
    where TClient : class, TInterface
{
    public IHttpClientBuilder Add(IServiceCollection services, string? name, Action<OptionsBuilder<TOptions>> configure)
    {
        Throw.IfNull(services, nameof(services));
        var options = services.AddOptions<TOptions>(name).ValidateOnStart();
        configure(options);

        // Last, so that what the application sets itself stays.
        options.PostConfigure<IServiceProvider>(static (values, provider) =>
        {
            values.LoggerFactory ??= provider.GetService<ILoggerFactory>();
            values.SchemaDriftObserver ??= provider.GetService<ISchemaDriftObserver>();
        });
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());

        if (name is null)
        {
            services.TryAddSingleton(provider => Create(provider, null));
            services.TryAddSingleton(static provider => provider.GetRequiredService<RegisteredClient<TOptions, TClient>>().Client);
            services.TryAddSingleton<TInterface>(static provider => provider.GetRequiredService<TClient>());
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name));
            services.TryAddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<RegisteredClient<TOptions, TClient>>(name).Client);
            services.TryAddKeyedSingleton<TInterface>(name, (provider, _) => provider.GetRequiredKeyedService<TClient>(name));
        }

        addAreas(new AreaServices<TInterface>(services, name));
        var pipeline = services
            .AddHttpClient(HttpClientName(name), client => client.Timeout = Timeout.InfiniteTimeSpan)
            // The factory's own log would write addresses with their queries, and headers at its lowest level.
            .RemoveAllLoggers();
        new PrimaryHandler(pipeline.Name, provider => settings(name is null ? provider.GetRequiredService<TClient>() : provider.GetRequiredKeyedService<TClient>(name)))
            .AddTo(pipeline);
        return pipeline;
    }

    private RegisteredClient<TOptions, TClient> Create(IServiceProvider provider, string? name)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var clientName = HttpClientName(name);

        // A new HTTP client for every call: the factory pools the connections and renews them, which a cached one would prevent.
        return new(
            provider,
            name ?? Options.DefaultName,
            options => create(options, () => factory.CreateClient(clientName)),
            tryUse,
            settings);
    }

    private string HttpClientName(string? name) => name is null ? "GenAuth." + kind : $"GenAuth.{kind}:{name}";
}
