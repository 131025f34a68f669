using System.Diagnostics.Metrics;
using GenAuth.AspNetCore.Telemetry;

namespace GenAuth.AspNetCore.Permissions;

/// <summary>The number of checked permissions, in the meter of the SDK.</summary>
internal static class PermissionMetrics
{
    private static readonly Counter<long> Checks = AspNetCoreTelemetry.Meter.CreateCounter<long>(
        "genauth.permission.checks", "{check}", "Number of permissions that were granted, denied or could not be checked.");

    public static void Decided(bool isAllowed) => Add(isAllowed ? "granted" : "denied");

    public static void Unavailable() => Add("unavailable");

    private static void Add(string result) => Checks.Add(1, new KeyValuePair<string, object?>("genauth.result", result));
}
