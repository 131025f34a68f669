using Microsoft.Extensions.Logging;

namespace GenAuth;

/// <summary>The settings that all clients have. A client copies its options: later changes have no effect on it.</summary>
public abstract class GenAuthClientOptions
{
    private protected GenAuthClientOptions()
    {
    }

    /// <summary>
    /// Allows plain http to another machine, for a closed network. Plain http to this machine is always allowed. Default:
    /// <see langword="false"/>.
    /// </summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>The edition of the service. Default: <see cref="GenAuth.Edition.GenAuth"/>.</summary>
    public Edition Edition { get; set; } = Edition.GenAuth;

    /// <summary>The language of the service's messages, for example <c>en-US</c>, <c>zh-CN</c>, <c>zh-TW</c> or <c>ja-JP</c>. Default: the service's own.</summary>
    public string? Language { get; set; }

    /// <summary>The ID of the tenant that calls are made for, in user pools with tenants. Default: none.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// The time limit of a whole call: all attempts, the delays between them, the request for a management token and the reading of the
    /// response. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit. Default: 30 seconds.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The time limit of one attempt, including the reading of the response. An attempt that exceeds it is retried if the operation
    /// can be retried safely, see <see cref="Retry"/>. Default: 10 seconds.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>When a failed call is retried.</summary>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>
    /// Additional certificate authorities and a client certificate. Default: the authorities of the machine, no client certificate.
    /// Cannot be combined with an <see cref="HttpClient"/> of your own, whose handler decides about TLS.
    /// </summary>
    public TlsOptions Tls { get; set; } = new();

    /// <summary>The largest response that is read, in bytes after decompression. Default: 52,428,800 (50 MiB).</summary>
    public long MaxResponseBytes { get; set; } = 50 * 1024 * 1024;

    /// <summary>
    /// The largest number of JSON values (objects, lists, strings, numbers, booleans and nulls) in a response that is read. A few bytes
    /// of JSON can become hundreds of bytes in memory: with the default a response takes at most about 500 MB, whatever its size in
    /// bytes. A page of 50 users has about 3,000 values. Default: 1,000,000.
    /// </summary>
    public int MaxResponseValues { get; set; } = 1_000_000;

    /// <summary>
    /// What happens when a member of a response has another JSON type than documented.
    /// <see cref="RequestOptions.ResponseValidation"/> overrides it for one call. Default:
    /// <see cref="GenAuth.ResponseValidation.Lenient"/>, only that member stays unset.
    /// </summary>
    public ResponseValidation ResponseValidation { get; set; }

    /// <summary>
    /// Creates the client's logger; its category is the full name of the client's type. From Information up no entry contains
    /// bodies, queries, headers or messages of the service. Default: <see langword="null"/>, no log; with dependency injection the
    /// container's factory.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// Logs queries and the bodies of requests and responses at Debug. Values that are secret, personal or not described in the API
    /// document are replaced by <c>***</c>. Default: <see langword="false"/>.
    /// </summary>
    public bool LogBodies { get; set; }

    /// <summary>
    /// Receives differences between responses and the API document: unknown values, members and statuses, missing required members,
    /// members of another type. Default: <see langword="null"/>, none; with dependency injection the container's.
    /// </summary>
    public ISchemaDriftObserver? SchemaDriftObserver { get; set; }

    /// <summary>The clock for time limits, delays, the dates of signatures and the life of tokens. Default: <see langword="null"/>, the system's clock.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => GetType().Name;

    /// <summary>Gives the settings that all clients have to options of another client. The settings objects are shared, because a client copies its options.</summary>
    internal void CopyTo(GenAuthClientOptions other)
    {
        other.AllowInsecureHttp = AllowInsecureHttp;
        other.Edition = Edition;
        other.Language = Language;
        other.TenantId = TenantId;
        other.Timeout = Timeout;
        other.AttemptTimeout = AttemptTimeout;
        other.Retry = Retry;
        other.Tls = Tls;
        other.MaxResponseBytes = MaxResponseBytes;
        other.MaxResponseValues = MaxResponseValues;
        other.ResponseValidation = ResponseValidation;
        other.LoggerFactory = LoggerFactory;
        other.LogBodies = LogBodies;
        other.SchemaDriftObserver = SchemaDriftObserver;
        other.TimeProvider = TimeProvider;
    }

    /// <summary>A copy that no other thread can change, with copies of the settings objects.</summary>
    internal GenAuthClientOptions Copy()
    {
        var copy = (GenAuthClientOptions)MemberwiseClone();
        copy.Retry = copy.Retry?.Copy()!;
        copy.Tls = copy.Tls?.Copy()!;
        return copy;
    }
}
