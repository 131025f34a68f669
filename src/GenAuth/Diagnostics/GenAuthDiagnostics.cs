namespace GenAuth;

/// <summary>
/// The names of the SDK's activity source and meter, for OpenTelemetry and other listeners. <c>docs/observability.md</c> describes
/// the reported data.
/// </summary>
public static class GenAuthDiagnostics
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>: one activity for each call, including all of its attempts.</summary>
    public const string ActivitySourceName = "GenAuth";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>: the duration of calls, the number of retries, and the number of differences from the API document.</summary>
    public const string MeterName = "GenAuth";
}
