using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GenAuth.Diagnostics;

/// <summary>The process-wide source of activities and the metrics.</summary>
internal static class Telemetry
{
    public static readonly ActivitySource Activities = new(GenAuthDiagnostics.ActivitySourceName, Product.Version);

    private static readonly Meter Meter = new(GenAuthDiagnostics.MeterName, Product.Version);

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "genauth.client.call.duration",
        "s",
        "Duration of calls, including all attempts and the delays between them."
#if NET9_0_OR_GREATER
        // The default bounds of listeners are meant for milliseconds. These are the bounds of OpenTelemetry's HTTP conventions.
        , advice: new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] }
#endif
        );

    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("genauth.client.retries", "{retry}", "Number of retries.");

    public static readonly Counter<long> SchemaDrifts = Meter.CreateCounter<long>(
        "genauth.client.schema_drifts", "{drift}", "Number of differences between responses and the API document that did not fail the call.");

    public static bool HasListeners => Activities.HasListeners() || Duration.Enabled || Retries.Enabled || SchemaDrifts.Enabled;
}

/// <summary>The names of the attributes of activities and metrics. They follow OpenTelemetry's conventions where these define one.</summary>
internal static class TelemetryTags
{
    public const string ApiCode = "genauth.api_code";
    public const string Attempts = "genauth.attempts";
    public const string DriftKind = "genauth.drift.kind";
    public const string DriftMember = "genauth.drift.member";
    public const string DriftType = "genauth.drift.type";
    public const string ErrorType = "error.type";
    public const string HttpMethod = "http.request.method";
    public const string HttpStatusCode = "http.response.status_code";
    public const string Operation = "genauth.operation";
    public const string ResendCount = "http.request.resend_count";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
}
