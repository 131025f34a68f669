using GenAuth.AspNetCore.Caching;
using GenAuth.AspNetCore.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GenAuth.AspNetCore.Permissions;

/// <summary>Decides about permissions: one request to the service for all resources of an action, cached for each user.</summary>
internal sealed class PermissionChecks(IServiceProvider services, IOptions<GenAuthPermissionOptions> options, DecisionCache cache)
{
    private readonly Lazy<IPermissionSource> _source = new(() => CreateSource(services, options.Value));

    public GenAuthPermissionOptions Options => options.Value;

    /// <summary>The resources on which the user may perform the action.</summary>
    /// <exception cref="GenAuthException">The service could not be asked, or returned an error.</exception>
    public ValueTask<IReadOnlyCollection<string>> GetAllowedAsync(PermissionQuery query, CancellationToken cancellationToken) => cache.GetAsync(
        query.GetCacheKey(),
        options.Value.CacheDuration,
        (Source: _source.Value, Query: query),
        static (call, token) => call.Source.GetAllowedAsync(call.Query, token),
        cancellationToken);

    private static IPermissionSource CreateSource(IServiceProvider services, GenAuthPermissionOptions options) => options.Source == GenAuthPermissionSource.UserToken
        ? new UserTokenPermissionSource(services.GetServices<IUserClientSource>(), options.ResourceKind)
        : new ManagementPermissionSource(GetClient(services, options.ClientName), options.Namespace!);

    private static IManagementClient GetClient(IServiceProvider services, string? name) =>
        name is null ? services.GetRequiredService<IManagementClient>() : services.GetRequiredKeyedService<IManagementClient>(name);
}
