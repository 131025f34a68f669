using System.Diagnostics;
using System.Diagnostics.Metrics;
using GenAuth.Diagnostics;

namespace GenAuth.AspNetCore.Telemetry;

/// <summary>
/// The activities and metrics of this package. They have the names of the library's own, so that a program that listens to the
/// library listens to this package too.
/// </summary>
internal static class AspNetCoreTelemetry
{
    public static readonly ActivitySource Activities = new(GenAuthDiagnostics.ActivitySourceName, Product.Version);

    public static readonly Meter Meter = new(GenAuthDiagnostics.MeterName, Product.Version);
}
