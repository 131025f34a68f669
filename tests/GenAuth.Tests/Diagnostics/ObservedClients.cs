using GenAuth.Tests.Support;

namespace GenAuth.Tests.Diagnostics;

/// <summary>Clients whose calls a telemetry sees.</summary>
internal static class ObservedClients
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

    /// <summary>Answers with what comes first, then with what comes next, and with the last ever after.</summary>
    public static Service Answering(params string[] answers)
    {
        var number = 0;
        return new Service(_ => answers[Math.Min(number++, answers.Length - 1)]);
    }
}
