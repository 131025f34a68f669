namespace GenAuth;

/// <summary>
/// The names under which the SDK reports what it does, for OpenTelemetry and other listeners. What is reported, and what
/// never is, stands in <c>docs/observability.md</c>.
/// </summary>
public static class GenAuthDiagnostics
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>: one activity for each call, with all of its attempts.</summary>
    public const string ActivitySourceName = "GenAuth";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>: the duration of calls, the number of repetitions, and that of differences from the API document.</summary>
    public const string MeterName = "GenAuth";
}
