using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.AspNetCore.Permissions;

/// <summary>Detects a program that requires permissions but has not registered their checks: it would deny every request without a reason.</summary>
internal static class PermissionRegistration
{
    /// <exception cref="InvalidOperationException">The checks are not registered.</exception>
    public static void Require(IServiceProvider services)
    {
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(PermissionChecks)) != true)
        {
            throw new InvalidOperationException("RequireGenAuthPermission needs the checks of permissions. Call services.AddGenAuthPermissions.");
        }
    }
}
