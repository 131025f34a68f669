using GenAuth.Diagnostics;
using GenAuth.Text;

namespace GenAuth.Settings;

/// <summary>What is the same for all calls of a client: its options and what follows from them. Never changes.</summary>
/// <param name="options">The client's own copy of its options, which is free of problems.</param>
/// <param name="host">Scheme and host of the service, as read from the options.</param>
/// <param name="logCategory">The category of the client's log: the full name of the client's type.</param>
/// <param name="appId">The application that calls, where it is one; its calls can be made with an end user's token.</param>
internal sealed class TransportSettings(GenAuthClientOptions options, Uri host, string logCategory, string? appId = null)
{
    /// <summary>Encodings that the client can decompress. "deflate" is left out: it stands for two formats, and is never the smallest.</summary>
#if NETSTANDARD2_0
    public const string AcceptedEncodings = "gzip";
#else
    public const string AcceptedEncodings = "gzip, br";
#endif

    public GenAuthClientOptions Options => options;

    public Uri Host => host;

    /// <summary>The beginning of every address.</summary>
    public string Origin { get; } = host.GetLeftPart(UriPartial.Authority);

    /// <summary>What the SDK's headers begin with.</summary>
    public string HeaderPrefix { get; } = PrefixOf(options.Edition);

    /// <summary>The name of the header that asks for a language.</summary>
    public string LanguageHeader { get; } = PrefixOf(options.Edition) + "lang";

    /// <summary>Headers that every request has.</summary>
    public KeyValuePair<string, string>[] FixedHeaders { get; } = CreateHeaders(PrefixOf(options.Edition), options.TenantId, appId);

    public bool AcceptsAccessToken => appId is not null;

    public RetryOptions Retry => options.Retry;

    public TlsOptions Tls => options.Tls;

    public TimeProvider TimeProvider { get; } = options.TimeProvider ?? TimeProvider.System;

    public CallTelemetry Telemetry { get; } =
        new(options.LoggerFactory?.CreateLogger(logCategory), options.LogBodies, options.SchemaDriftObserver, host, options.Tls.DangerousAcceptAnyServerCertificate);

    /// <summary>What is wrong with the settings that all clients have; <see langword="null"/> where nothing is.</summary>
    public static IEnumerable<string?> Problems(GenAuthClientOptions options) =>
    [
        HeaderValidator.GetProblem(options.Language, nameof(options.Language)),
        HeaderValidator.GetProblem(options.TenantId, nameof(options.TenantId)),
        Enum.IsDefined(typeof(Edition), options.Edition) ? null : "Edition is not a defined value. Use GenAuth or Authing.",
        RequestOptionsCheck.TimeoutProblem(options.Timeout, nameof(options.Timeout)),
        RequestOptionsCheck.TimeoutProblem(options.AttemptTimeout, nameof(options.AttemptTimeout)),
        .. RetryOptions.Problems(options.Retry, nameof(options.Retry)),
        .. TlsOptions.Problems(options.Tls, nameof(options.Tls), Platform.IsBrowser),
        options.MaxResponseBytes is > 0 and <= int.MaxValue ? null : $"MaxResponseBytes must be between 1 and {int.MaxValue}.",
        options.MaxResponseValues > 0 ? null : "MaxResponseValues must be at least 1.",
        ValidationProblem(options.ResponseValidation, nameof(options.ResponseValidation)),
    ];

    /// <summary>Why a running client cannot change to other settings, or <see langword="null"/>. Its connections are made for its first ones.</summary>
    public string? ChangeProblem(TransportSettings next) =>
        !Tls.IsSame(next.Tls) ? "Tls has changed, which needs other connections. Restart the program to use it."
        : host.IsLoopback != next.Host.IsLoopback ? "The host has moved between this machine and another one, which needs other connections. Restart the program to use it."
        : null;

    /// <summary>The problem with a validation mode, or <see langword="null"/>.</summary>
    public static string? ValidationProblem(ResponseValidation? validation, string setting) =>
        validation is null or ResponseValidation.Lenient or ResponseValidation.Strict ? null : $"{setting} is not a defined value. Use Lenient or Strict.";

    private static string PrefixOf(Edition edition) => edition == Edition.Authing ? "x-authing-" : "x-genauth-";

    private static KeyValuePair<string, string>[] CreateHeaders(string prefix, string? tenantId, string? appId) =>
    [
        new("Accept", "application/json"),
        new("Accept-Encoding", AcceptedEncodings),
        new("User-Agent", Product.UserAgent),
        .. appId is null ? Array.Empty<KeyValuePair<string, string>>() : [new(prefix + "app-id", appId)],
        new(prefix + "sdk-version", Product.SdkVersion),
        .. string.IsNullOrEmpty(tenantId) ? Array.Empty<KeyValuePair<string, string>>() : [new(prefix + "app-tenant-id", tenantId!)],
    ];
}
