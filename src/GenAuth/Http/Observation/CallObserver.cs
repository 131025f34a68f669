using GenAuth.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GenAuth.Http;

/// <summary>Who wants to know of a client's calls, and what is the same for all of them.</summary>
internal sealed class CallObserver
{
    private readonly bool _logsBodies;
    private readonly bool _hasDriftObserver;
    private readonly DriftReport _drift;

    /// <param name="logger">The client's log, if it has one.</param>
    /// <param name="logsBodies">Whether bodies and queries are logged too.</param>
    /// <param name="driftObserver">Who is told how answers differ from the document, if anybody is.</param>
    /// <param name="host">Where the calls go.</param>
    /// <param name="tls">How the client trusts its server.</param>
    public CallObserver(ILogger? logger, bool logsBodies, ISchemaDriftObserver? driftObserver, Uri host, TlsOptions tls)
    {
        Logger = logger;
        Host = host;
        _logsBodies = logsBodies;
        _hasDriftObserver = driftObserver is not null;
        _drift = new DriftReport(driftObserver, logger, host.Host);
        if (logger is not null && host.Scheme == Uri.UriSchemeHttp && !host.IsLoopback)
        {
            CallLog.Insecure(logger, nameof(IClientOptions.AllowInsecureHttp), "whoever is on the way can read and change what is sent, secrets included.");
        }

        if (logger is not null && tls.DangerousAcceptAnyServerCertificate)
        {
            CallLog.Insecure(logger, nameof(TlsOptions.DangerousAcceptAnyServerCertificate), "any server is taken for the service, and gets what is sent to it, secrets included.");
        }
    }

    public ILogger? Logger { get; }

    public Uri Host { get; }

    /// <summary>Whether anybody wants to know. Otherwise a call costs no more than this question.</summary>
    public bool IsListening => Telemetry.HasListeners || _hasDriftObserver || Logger?.IsEnabled(LogLevel.Warning) == true;

    /// <summary>The log, if bodies and queries are to be in it.</summary>
    public ILogger? BodyLogger => _logsBodies && Logger?.IsEnabled(LogLevel.Debug) == true ? Logger : null;

    /// <summary>Where it goes how an answer differs from the document, if anywhere.</summary>
    public DriftReport? Drift => _hasDriftObserver || Telemetry.SchemaDrifts.Enabled || Logger?.IsEnabled(LogLevel.Debug) == true ? _drift : null;
}
