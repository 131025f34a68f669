using Microsoft.Extensions.Logging;

namespace GenAuth.Diagnostics;

/// <summary>The telemetry of a client: its logger and schema drift observer, and the process-wide activities and metrics.</summary>
internal sealed class CallTelemetry
{
    private readonly bool _logsBodies;
    private readonly bool _hasDriftObserver;
    private readonly SchemaDriftReporter _driftReporter;

    /// <param name="logger">The client's logger, or <see langword="null"/>.</param>
    /// <param name="logsBodies">Whether bodies and queries are logged.</param>
    /// <param name="driftObserver">The application's observer of schema drift, or <see langword="null"/>.</param>
    /// <param name="host">Scheme and host of the service.</param>
    /// <param name="acceptsAnyCertificate">Whether the client does not check the certificate of the server.</param>
    public CallTelemetry(ILogger? logger, bool logsBodies, ISchemaDriftObserver? driftObserver, Uri host, bool acceptsAnyCertificate)
    {
        Logger = logger;
        Host = host;
        _logsBodies = logsBodies;
        _hasDriftObserver = driftObserver is not null;
        _driftReporter = new SchemaDriftReporter(driftObserver, logger, host.Host);
        if (logger is not null && host.Scheme == Uri.UriSchemeHttp && !host.IsLoopback)
        {
            CallLog.Insecure(logger, "AllowInsecureHttp", "requests are not encrypted, so others on the network can read and change them, including secrets.");
        }

        if (logger is not null && acceptsAnyCertificate)
        {
            CallLog.Insecure(logger, "DangerousAcceptAnyServerCertificate", "any server can impersonate the service and receive requests, including secrets.");
        }
    }

    public ILogger? Logger { get; }

    public Uri Host { get; }

    /// <summary>True when a logger, an activity listener, a metric listener or a drift observer is enabled. Otherwise a call has no instrumentation.</summary>
    public bool IsEnabled => Telemetry.HasListeners || _hasDriftObserver || Logger?.IsEnabled(LogLevel.Warning) == true;

    /// <summary>The logger, if bodies and queries are logged.</summary>
    public ILogger? BodyLogger => _logsBodies && Logger?.IsEnabled(LogLevel.Debug) == true ? Logger : null;

    /// <summary>Reports schema drift; <see langword="null"/> when nothing listens.</summary>
    public SchemaDriftReporter? DriftReporter => _hasDriftObserver || Telemetry.SchemaDrifts.Enabled || Logger?.IsEnabled(LogLevel.Debug) == true ? _driftReporter : null;
}
