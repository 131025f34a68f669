using GenAuth.AspNetCore.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

// The framework's own namespace, so that the method is found wherever health checks are registered.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health check of the service.</summary>
public static class GenAuthHealthChecksBuilderExtensions
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds a check that reads the discovery document and the keys for every API and web app of this program, past all caches. An outage
    /// does not affect users that are signed in and tokens whose key is known, so use the check for alerts and not to stop the program.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">The status to report on a failure. Default: <see cref="HealthStatus.Degraded"/>.</param>
    /// <param name="tags">Tags to select the check by; <see langword="null"/> for none.</param>
    /// <param name="timeout">The time limit of the check. Default: 5 seconds.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddGenAuth(
        this IHealthChecksBuilder builder, string name = "genauth", HealthStatus failureStatus = HealthStatus.Degraded, IEnumerable<string>? tags = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name, static services => new ProviderHealthCheck(services.GetServices<IProviderProbe>()), failureStatus, tags, timeout ?? DefaultTimeout));
    }
}
