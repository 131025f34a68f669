using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GenAuth.AspNetCore.Health;

/// <summary>Healthy if every registration can read the discovery document and the keys of its application.</summary>
internal sealed class ProviderHealthCheck(IEnumerable<IProviderProbe> probes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var list = probes.ToList();
        if (list.Count == 0)
        {
            throw new InvalidOperationException("The health check of GenAuth has nothing to check. Call AddGenAuthApi or AddGenAuthWebApp.");
        }

        var results = await Task.WhenAll(list.Select(probe => ProbeAsync(probe, cancellationToken))).ConfigureAwait(false);
        return Array.Find(results, static result => result.Failure is not null) is { Failure: { } failure, Name: var name }
            ? new HealthCheckResult(context.Registration.FailureStatus, $"The discovery document or the keys of \"{name}\" cannot be read: {failure.GetType().Name}.", failure)
            : HealthCheckResult.Healthy("The discovery document and the keys can be read.");
    }

    private static async Task<(string Name, Exception? Failure)> ProbeAsync(IProviderProbe probe, CancellationToken cancellationToken)
    {
        try
        {
            await probe.ProbeAsync(cancellationToken).ConfigureAwait(false);
            return (probe.Name, null);
        }
        catch (GenAuthException exception)
        {
            return (probe.Name, exception);
        }
    }
}
