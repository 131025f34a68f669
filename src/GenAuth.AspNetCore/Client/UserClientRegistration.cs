using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GenAuth.AspNetCore.Client;

/// <summary>Registers what acts for users, whatever way they sign in.</summary>
internal static class UserClientRegistration
{
    public static void AddUserClients(this IServiceCollection services)
    {
        services.TryAddSingleton<SessionTokens>();
        services.TryAddSingleton<IGenAuthUsers, GenAuthUsers>();
    }
}
