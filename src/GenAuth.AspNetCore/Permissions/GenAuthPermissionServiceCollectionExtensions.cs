using GenAuth;
using GenAuth.AspNetCore;
using GenAuth.AspNetCore.Caching;
using GenAuth.AspNetCore.Permissions;
using GenAuth.DependencyInjection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

// The framework's own namespace, so that the methods are found wherever services are registered.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registers the checks of <c>RequireGenAuthPermission</c>. The service decides about a permission; a decision is cached for some seconds
/// for each user, and if the service cannot be asked, the permission is denied. The permissions of one request are checked together.
/// </summary>
public static class GenAuthPermissionServiceCollectionExtensions
{
    /// <summary>Registers the checks with settings from code.</summary>
    /// <param name="services">The services to add to. They need <see cref="IManagementClient"/>, unless <see cref="GenAuthPermissionOptions.Source"/> is another one.</param>
    /// <param name="configure">Sets the options, which are validated when the host starts.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGenAuthPermissions(this IServiceCollection services, Action<GenAuthPermissionOptions> configure) =>
        Add(services, options => options.Configure(GenAuthServiceCollectionExtensions.NotNull(configure, nameof(configure))));

    /// <summary>Registers the checks with settings from configuration, for example the section <c>GenAuth:Permissions</c>.</summary>
    /// <param name="services">The services to add to. They need <see cref="IManagementClient"/>, unless <see cref="GenAuthPermissionOptions.Source"/> is another one.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="GenAuthPermissionOptions"/>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGenAuthPermissions(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, options => options.BindFrom(configuration));

    private static IServiceCollection Add(IServiceCollection services, Action<OptionsBuilder<GenAuthPermissionOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        configure(services.AddOptions<GenAuthPermissionOptions>().ValidateOnStart());
        services.AddHttpContextAccessor();
        services.AddAuthorization();
        services.AddDecisionCache();
        services.TryAddSingleton<PermissionChecks>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GenAuthPermissionOptions>, PermissionOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, PermissionHandler>());
        return services;
    }
}
