using GenAuth.Settings;
using Microsoft.Extensions.Logging;

namespace GenAuth;

/// <summary>Settings of an <see cref="AuthenticationClient"/>. The client takes a copy: changes made later have no effect on it.</summary>
public sealed class AuthenticationClientOptions : IClientOptions
{
    /// <summary>The application's ID, from its page in the console. Required.</summary>
    public string AppId { get; set; } = string.Empty;

    /// <summary>
    /// The application's secret. Needed by operations that exchange credentials for tokens, unless
    /// <see cref="TokenEndpointAuthMethod"/> is <see cref="GenAuth.TokenEndpointAuthMethod.None"/>. Keep it out of mobile apps.
    /// </summary>
    public string? AppSecret { get; set; }

    /// <summary>
    /// The application's authentication address, scheme and host only, for example <c>https://example.genauth.ai</c>.
    /// A host without a scheme means https. Required.
    /// </summary>
    public string AppHost { get; set; } = string.Empty;

    /// <summary>
    /// Allows <see cref="AppHost"/> to be plain http to another machine, for a closed network. Http to this machine is
    /// always allowed. Default: <see langword="false"/>.
    /// </summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// One end user's access token for all calls, without the word <c>Bearer</c>. A server with many users calls
    /// <see cref="AuthenticationClient.WithAccessToken"/> instead. Default: none.
    /// </summary>
    public string? AccessToken { get; set; }

    /// <summary>How the application proves itself; as set in the console. Default: <see cref="GenAuth.TokenEndpointAuthMethod.ClientSecretPost"/>.</summary>
    public TokenEndpointAuthMethod TokenEndpointAuthMethod { get; set; } = TokenEndpointAuthMethod.ClientSecretPost;

    /// <summary>Which edition of the service is called. Default: <see cref="GenAuth.Edition.GenAuth"/>.</summary>
    public Edition Edition { get; set; } = Edition.GenAuth;

    /// <summary>The language of the service's messages, for example <c>en-US</c>, <c>zh-CN</c>, <c>zh-TW</c> or <c>ja-JP</c>. Default: the service's own.</summary>
    public string? Language { get; set; }

    /// <summary>The tenant that calls are made for, in user pools with tenants. Default: none.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// How long a whole call may take, with all attempts, the waits between them, the reading of the answer included; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>
    /// waits without a limit. Default: 30 seconds.
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
    /// Where the client logs what its calls come to, in the category <c>GenAuth.AuthenticationClient</c>. Neither bodies nor
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

    /// <summary>The clock for time-outs and waits. Default: <see langword="null"/>, the system's.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => nameof(AuthenticationClientOptions);

    /// <summary>A copy that no other thread can change, with copies of the settings objects.</summary>
    internal AuthenticationClientOptions Copy()
    {
        var copy = (AuthenticationClientOptions)MemberwiseClone();
        copy.Retry = copy.Retry?.Copy()!;
        copy.Tls = copy.Tls?.Copy()!;
        return copy;
    }
}
