using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GenAuth.Diagnostics;

/// <summary>What the process has to report to: one source of activities and the instruments.</summary>
internal static class Telemetry
{
    public static readonly ActivitySource Activities = new(GenAuthDiagnostics.ActivitySourceName, Product.Version);

    private static readonly Meter Meter = new(GenAuthDiagnostics.MeterName, Product.Version);

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "genauth.client.call.duration",
        "s",
        "How long calls took, with all of their attempts and the waits between them."
#if NET9_0_OR_GREATER
        // Without it a listener would count in milliseconds. The bounds are those of the conventions for HTTP.
        , advice: new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] }
#endif
        );

    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("genauth.client.retries", "{retry}", "How often a failed attempt was followed by another one.");

    public static readonly Counter<long> SchemaDrifts = Meter.CreateCounter<long>(
        "genauth.client.schema_drifts", "{drift}", "How often an answer differed from the API document without failing its call.");

    public static bool HasListeners => Activities.HasListeners() || Duration.Enabled || Retries.Enabled || SchemaDrifts.Enabled;
}
