using GenAuth.Models;
using Microsoft.AspNetCore.Http;

namespace GenAuth.AspNetCore;

/// <summary>How permissions are checked.</summary>
public sealed class GenAuthPermissionOptions
{
    /// <summary>Which operation of the service decides. Default: <see cref="GenAuthPermissionSource.Management"/>.</summary>
    public GenAuthPermissionSource Source { get; set; } = GenAuthPermissionSource.Management;

    /// <summary>
    /// The code of the permission space that has the resources, from the console. Required for
    /// <see cref="GenAuthPermissionSource.Management"/>; the operations with the user's token use the application's own.
    /// </summary>
    public string? Namespace { get; set; }

    /// <summary>The kind of the resources. Only used with <see cref="GenAuthPermissionSource.UserToken"/>. Default: <see cref="GenAuthResourceKind.Text"/>.</summary>
    public GenAuthResourceKind ResourceKind { get; set; } = GenAuthResourceKind.Text;

    /// <summary>
    /// How long a decision is used for the same user, at most 5 minutes: a permission that is withdrawn has an effect after this time. Zero
    /// asks for every request. Failures are not cached. Default: 10 seconds.
    /// </summary>
    public TimeSpan CacheDuration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The key of the registered <see cref="IManagementClient"/>. Default: <see langword="null"/>, the one without a key.</summary>
    public string? ClientName { get; set; }

    /// <summary>
    /// The circumstances of a request, such as its IP address, for data policies with conditions. Without it the service ignores the
    /// conditions. Only used with <see cref="GenAuthPermissionSource.Management"/>. Decisions are cached for the returned values, so
    /// leave <see cref="AuthEnvParams.RequestDate"/> <see langword="null"/> unless a policy needs it. Default: <see langword="null"/>.
    /// </summary>
    public Func<HttpContext, AuthEnvParams>? GetEnvironment { get; set; }
}
