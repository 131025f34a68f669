using Microsoft.Extensions.Caching.Distributed;

namespace GenAuth;

/// <summary>Settings of a <see cref="ManagementClient"/>. The client copies them: later changes have no effect on it.</summary>
public sealed class ManagementClientOptions : GenAuthClientOptions
{
    /// <summary>
    /// The access key's ID: the user pool's ID, or that of an administrator's own key pair. Both are in the console.
    /// Required, unless <see cref="AccessKeyProvider"/> is set.
    /// </summary>
    public string AccessKeyId { get; set; } = string.Empty;

    /// <summary>
    /// The access key's secret. It opens the whole user pool: keep it in a vault, never in a mobile app or a page. Required, unless
    /// <see cref="AccessKeyProvider"/> is set.
    /// </summary>
    public string AccessKeySecret { get; set; } = string.Empty;

    /// <summary>
    /// Provides the access key in place of <see cref="AccessKeyId"/> and <see cref="AccessKeySecret"/>, for a key that is rotated; it
    /// cannot be combined with them. Default: <see langword="null"/>; with dependency injection the registered
    /// <see cref="IAccessKeyProvider"/>, for a named client the one that is keyed with its name.
    /// </summary>
    public IAccessKeyProvider? AccessKeyProvider { get; set; }

    /// <summary>
    /// The management address, scheme and host only. A host without a scheme means https. Default: <see langword="null"/>, which
    /// is <c>https://api.genauth.ai</c>, or <c>https://api.authing.cn</c> in the Authing edition.
    /// </summary>
    public string? Host { get; set; }

    /// <summary>How calls are authorized with the access key. Default: <see cref="ManagementAuthorizationMethod.Signature"/>.</summary>
    public ManagementAuthorizationMethod AuthorizationMethod { get; set; } = ManagementAuthorizationMethod.Signature;

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
    /// For tests that compare whole signatures: creates the nonce of a signed request, 32 lower-case hexadecimal digits. Called for
    /// every attempt, by several threads at once. The service refuses a nonce that it has seen before. Default:
    /// <see langword="null"/>, a cryptographic random number.
    /// </summary>
    public Func<string>? NonceGenerator { get; set; }
}
