using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.DependencyInjection;

/// <summary>Services that belong to one client. Credentials of one client must never be sent for another.</summary>
internal static class RegisteredService
{
    /// <summary>The service without a key for the client without a name; for a named client the one that is keyed with its name.</summary>
    public static T? GetServiceOf<T>(this IServiceProvider provider, string? name)
        where T : class => name is null ? provider.GetService<T>() : provider.GetKeyedService<T>(name);
}
