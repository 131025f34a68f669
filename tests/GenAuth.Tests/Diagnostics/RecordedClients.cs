using GenAuth.Tests.Support;

namespace GenAuth.Tests.Diagnostics;

/// <summary>Clients whose logs, activities and metrics a recorder receives.</summary>
internal static class RecordedClients
{
    public static AuthenticationClient Authentication(this TelemetryRecorder telemetry, HttpMessageHandler handler, Action<AuthenticationClientOptions>? change = null) => new(
        Clients.Options(options =>
        {
            options.AppHost = telemetry.Host;
            options.LoggerFactory = telemetry;
            options.Retry = new() { BaseDelay = TimeSpan.Zero };
            change?.Invoke(options);
        }),
        new HttpClient(handler));

    public static ManagementClient Management(this TelemetryRecorder telemetry, HttpMessageHandler handler, Action<ManagementClientOptions>? change = null) => new(
        ManagementClients.Options(options =>
        {
            options.Host = telemetry.Host;
            options.LoggerFactory = telemetry;
            options.Retry = new() { BaseDelay = TimeSpan.Zero };
            change?.Invoke(options);
        }),
        new HttpClient(handler));

    /// <summary>A service that returns the responses in order, and the last one for all further requests.</summary>
    public static Service Returning(params string[] responses)
    {
        var number = 0;
        return new Service(_ => responses[Math.Min(number++, responses.Length - 1)]);
    }
}
