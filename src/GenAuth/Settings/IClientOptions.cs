using Microsoft.Extensions.Logging;

namespace GenAuth.Settings;

/// <summary>What the options of every client have in common.</summary>
internal interface IClientOptions
{
    bool AllowInsecureHttp { get; }

    Edition Edition { get; }

    string? Language { get; }

    string? TenantId { get; }

    TimeSpan Timeout { get; }

    TimeSpan AttemptTimeout { get; }

    RetryOptions Retry { get; }

    TlsOptions Tls { get; }

    TimeProvider? TimeProvider { get; }

    long MaxResponseBytes { get; }

    int MaxResponseValues { get; }

    ResponseValidation ResponseValidation { get; }

    ILoggerFactory? LoggerFactory { get; set; }

    bool LogBodies { get; }

    ISchemaDriftObserver? SchemaDriftObserver { get; set; }
}
