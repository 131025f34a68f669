using Microsoft.Extensions.Caching.Distributed;

namespace GenAuth.Settings;

/// <summary>The validated, immutable copy of a client's options.</summary>
/// <param name="options">The client's own copy.</param>
/// <param name="host">Scheme and host of the service.</param>
internal sealed class ManagementSettings(ManagementClientOptions options, Uri host)
{
    /// <summary>The key of the options; <see langword="null"/> if there is an <see cref="AccessKeyProvider"/>.</summary>
    public AccessKey? AccessKey { get; } = options.AccessKeyProvider is null ? new(options.AccessKeyId, options.AccessKeySecret) : null;

    public IAccessKeyProvider? AccessKeyProvider => options.AccessKeyProvider;

    public ManagementAuthorizationMethod AuthorizationMethod => options.AuthorizationMethod;

    public Edition Edition => options.Edition;

    public string? TenantId => options.TenantId;

    public TimeSpan MaxClockSkew => options.MaxClockSkew;

    public IDistributedCache? DistributedCache => options.DistributedCache;

    public Func<string>? NonceGenerator => options.NonceGenerator;

    public TimeProvider TimeProvider => Transport.TimeProvider;

    public TransportSettings Transport { get; } = new(options, host, "GenAuth.ManagementClient");

    /// <exception cref="ArgumentException">Settings are invalid; the message names each with its remedy.</exception>
    public static ManagementSettings From(ManagementClientOptions options)
    {
        Throw.IfNull(options, nameof(options));

        // The copy is checked, because another thread may change the original after the check.
        options = (ManagementClientOptions)options.Copy();
        Throw.IfAny(Problems(options, out var host), nameof(options));
        return new ManagementSettings(options, host!);
    }

    /// <summary>All invalid settings, each with its remedy. Never contains a secret.</summary>
    public static IEnumerable<string> Problems(ManagementClientOptions options, out Uri? host)
    {
        host = ServiceEndpoint.Parse(HostOf(options), options.AllowInsecureHttp, nameof(options.Host), out var hostProblem);
        var isKeySet = !string.IsNullOrEmpty(options.AccessKeyId) || !string.IsNullOrEmpty(options.AccessKeySecret);
        return (options.AccessKeyProvider is null ? KeyProblems(options.AccessKeyId, options.AccessKeySecret)
            : isKeySet ? ["AccessKeyProvider is set beside AccessKeyId or AccessKeySecret. Remove the provider or the key; a registered IAccessKeyProvider counts as set."]
            : []).Concat(new[]
        {
            hostProblem,
            Enum.IsDefined(typeof(ManagementAuthorizationMethod), options.AuthorizationMethod) ? null : "AuthorizationMethod is not a defined value. Use Signature or ManagementToken.",
            options.MaxClockSkew >= TimeSpan.Zero && options.MaxClockSkew <= TimeSpan.FromDays(1)
                ? null
                : "MaxClockSkew must be between 0 and 24 hours. Leave it at 15 minutes if the machine's clock is synchronized.",
            options.ShareTokenThroughDistributedCache && options.DistributedCache is null
                ? "ShareTokenThroughDistributedCache is set, but there is no cache. Register an IDistributedCache, set DistributedCache, or set it to false."
                : null,
        }).Concat(TransportSettings.Problems(options)).OfType<string>();
    }

    /// <summary>The problems with an access key; <see langword="null"/> where there is none. Never contains a value.</summary>
    public static IEnumerable<string?> KeyProblems(string? id, string? secret) =>
    [
        KeyProblem(id, "AccessKeyId", "the user pool's ID, or an administrator's access key ID"),
        id?.Contains(':') == true ? "AccessKeyId holds a colon, which ends it in a signature. Pass the ID alone, without the secret." : null,
        KeyProblem(secret, "AccessKeySecret", "the secret that belongs to AccessKeyId"),
    ];

    private static string HostOf(ManagementClientOptions options) => !string.IsNullOrWhiteSpace(options.Host)
        ? options.Host!
        : options.Edition == Edition.Authing ? "https://api.authing.cn" : "https://api.genauth.ai";

    private static string? KeyProblem(string? value, string setting, string meaning)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return $"{setting} is empty. Set it to {meaning}, from the console.";
        }

        // A space is easily copied along with a key, and the service would only report an invalid signature.
        return value!.All(character => character is > ' ' and <= '~')
            ? null
            : $"{setting} holds a blank, a line break or another character that a key never has. Copy it from the console again.";
    }
}
