using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GenAuth.DependencyInjection;

/// <summary>Registers the areas of a client, such as <see cref="IManagementUsers"/>. Each resolves to what the registered client returns.</summary>
/// <typeparam name="TClient">The client's interface. A test double that is registered as it provides the areas too.</typeparam>
/// <param name="services">The services to add to.</param>
/// <param name="name">The client's key, or <see langword="null"/>.</param>
internal sealed class AreaServices<TClient>(IServiceCollection services, string? name)
    where TClient : class
{
    public void Add<TArea>(Func<TClient, TArea> area)
        where TArea : class
    {
        if (name is null)
        {
            services.TryAddSingleton(provider => area(provider.GetRequiredService<TClient>()));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => area(provider.GetRequiredKeyedService<TClient>(name)));
        }
    }
}
