using GenAuth.Settings;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace GenAuth;

/// <summary>Settings of a <see cref="ManagementClient"/>. The client takes a copy: changes made later have no effect on it.</summary>
public sealed class ManagementClientOptions : IClientOptions
{
    /// <summary>
    /// The access key's ID: the user pool's ID, or that of an administrator's own key pair. Both are in the console. Required.
    /// </summary>
    public string AccessKeyId { get; set; } = string.Empty;

    /// <summary>The access key's secret. It opens the whole user pool: keep it in a vault, never in a mobile app or a page. Required.</summary>
    public string AccessKeySecret { get; set; } = string.Empty;

    /// <summary>
    /// The management address, scheme and host only. A host without a scheme means https. Default: <see langword="null"/>, which
    /// is <c>https://api.genauth.ai</c>, or <c>https://api.authing.cn</c> in the Authing edition.
    /// </summary>
    public string? Host { get; set; }

    /// <summary>
    /// Allows <see cref="Host"/> to be plain http to another machine, for a closed network. Http to this machine is always
    /// allowed. Default: <see langword="false"/>.
    /// </summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>How calls prove whose access key they use. Default: <see cref="ManagementAuthorizationMethod.Signature"/>.</summary>
    public ManagementAuthorizationMethod AuthorizationMethod { get; set; } = ManagementAuthorizationMethod.Signature;

    /// <summary>Which edition of the service is called. Default: <see cref="GenAuth.Edition.GenAuth"/>.</summary>
    public Edition Edition { get; set; } = Edition.GenAuth;

    /// <summary>The language of the service's messages, for example <c>en-US</c>, <c>zh-CN</c>, <c>zh-TW</c> or <c>ja-JP</c>. Default: the service's own.</summary>
    public string? Language { get; set; }

    /// <summary>The tenant that calls are made for, in user pools with tenants. Default: none.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// How long a whole call may take, with all attempts, the waits between them, the getting of a management token and the reading of the answer included;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits without a limit. Default: 30 seconds.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long one attempt of a call may take, the reading of the answer included. An operation that can safely be sent again
    /// is then sent again, see <see cref="Retry"/>. Default: 10 seconds.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>When a failed call is sent again.</summary>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>
    /// Further certificate authorities, a client certificate. Default: the machine's authorities, no certificate. Not for a
    /// client on an <see cref="HttpClient"/> of your own, whose handler decides.
    /// </summary>
    public TlsOptions Tls { get; set; } = new();

    /// <summary>
    /// How far the service's clock may be from this machine's for the client to sign with the service's time, after the service
    /// has refused a request for its date (<c>apiCode</c> 1305). From zero, which always signs with this machine's time, to 24
    /// hours. Default: 15 minutes.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The service's time is taken from the <c>Date</c> header of a response over TLS whose certificate was validated, or from
    /// this machine; never with <see cref="TlsOptions.DangerousAcceptAnyServerCertificate"/> or over plain http to another
    /// machine. With an <see cref="HttpClient"/> of your own, its handler decides which certificates are valid.
    /// </para>
    /// <para>A larger difference fails the call with an exception that states it. A high limit lets a false date be signed.</para>
    /// </remarks>
    public TimeSpan MaxClockSkew { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The largest answer that is read, in bytes. Default: 52,428,800 (50 MiB).</summary>
    public long MaxResponseBytes { get; set; } = 50 * 1024 * 1024;

    /// <summary>
    /// The most JSON values (objects, lists, texts, numbers, truth values and nulls) of an answer that is read. A few bytes of JSON
    /// may become hundreds of bytes of memory: at the default an answer takes at most about 500 MB, whatever its size. A page of 50
    /// users has about 3,000 values. Default: 1,000,000.
    /// </summary>
    public int MaxResponseValues { get; set; } = 1_000_000;

    /// <summary>
    /// What happens when a member of an answer has another JSON type than the API document says. Default:
    /// <see cref="GenAuth.ResponseValidation.Lenient"/>, only that member is lost. One call decides for itself with
    /// <see cref="RequestOptions.ResponseValidation"/>.
    /// </summary>
    public ResponseValidation ResponseValidation { get; set; }

    /// <summary>
    /// Takes the <see cref="IDistributedCache"/> that is registered in the container as <see cref="DistributedCache"/>, unless
    /// one is set. Default: <see langword="false"/>.
    /// </summary>
    public bool ShareTokenThroughDistributedCache { get; set; }

    /// <summary>
    /// Where replicas of a program share one management token; only used with
    /// <see cref="ManagementAuthorizationMethod.ManagementToken"/>. Clients share a token if access key, secret, host, edition
    /// and tenant are the same. The entry is encrypted and authenticated with keys that are derived from the secret; an entry
    /// that another client wrote, that was changed or that has expired is ignored and logged. A cache that fails is logged, and
    /// the client gets a token of its own. Default: <see langword="null"/>, every client has a token of its own.
    /// </summary>
    public IDistributedCache? DistributedCache { get; set; }

    /// <summary>
    /// Where the client logs what its calls come to, in the category <c>GenAuth.ManagementClient</c>. Neither bodies nor
    /// queries, headers or texts of the service are logged from Information up. Default: <see langword="null"/>, nowhere; with
    /// dependency injection the container's.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// Logs the bodies of requests and answers, and queries, at Debug. Values that are secret or personal are replaced by
    /// <c>***</c>, as is everything that the API document does not describe. Default: <see langword="false"/>.
    /// </summary>
    public bool LogBodies { get; set; }

    /// <summary>
    /// Is told when answers differ from the API document: values, members and statuses that it does not have, members that it
    /// promises, members of another type. Default: <see langword="null"/>, nobody; with dependency injection the container's.
    /// </summary>
    public ISchemaDriftObserver? SchemaDriftObserver { get; set; }

    /// <summary>The clock for signatures, for the life of tokens, for time-outs and waits. Default: <see langword="null"/>, the system's.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>
    /// For tests that compare whole signatures: makes the number that a signed request uses once, 32 lower-case hexadecimal
    /// digits. Called for every attempt, by several threads at once. The service refuses a number that it has seen before.
    /// Default: <see langword="null"/>, a cryptographic random number.
    /// </summary>
    public Func<string>? NonceGenerator { get; set; }

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => nameof(ManagementClientOptions);

    /// <summary>A copy that no other thread can change, with copies of the settings objects.</summary>
    internal ManagementClientOptions Copy()
    {
        var copy = (ManagementClientOptions)MemberwiseClone();
        copy.Retry = copy.Retry?.Copy()!;
        copy.Tls = copy.Tls?.Copy()!;
        return copy;
    }
}
