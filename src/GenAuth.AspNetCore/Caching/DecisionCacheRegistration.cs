using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GenAuth.AspNetCore.Caching;

/// <summary>Registers <see cref="DecisionCache"/> on the application's hybrid cache, or on a new one.</summary>
internal static class DecisionCacheRegistration
{
    public static void AddDecisionCache(this IServiceCollection services)
    {
        services.AddHybridCache();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DecisionCache>();
    }
}
