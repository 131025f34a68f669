using GenAuth.Diagnostics;

namespace GenAuth.Http;

/// <summary>What is the same for all calls of a client; made once, never changed.</summary>
/// <param name="Host">Scheme and host of the service.</param>
/// <param name="HeaderPrefix">What the SDK's headers begin with.</param>
/// <param name="FixedHeaders">Headers that every request carries.</param>
/// <param name="Language">The language of the service's messages, if one is asked for.</param>
/// <param name="Timeout">The limit of a whole call.</param>
/// <param name="AttemptTimeout">The limit of one attempt.</param>
/// <param name="Retry">When a failed call is sent again.</param>
/// <param name="Tls">Whom the client trusts, and how it proves itself to the server.</param>
/// <param name="TimeProvider">What measures time.</param>
/// <param name="MaxResponseBytes">The limit of a body.</param>
/// <param name="MaxResponseValues">The limit of a body's JSON values.</param>
/// <param name="ResponseValidation">What happens to members of another type than the documented one.</param>
/// <param name="Telemetry">What reports the calls.</param>
/// <param name="AcceptsAccessToken">Whether a call can be made with an end user's token.</param>
internal sealed record TransportSettings(
    Uri Host,
    string HeaderPrefix,
    KeyValuePair<string, string>[] FixedHeaders,
    string? Language,
    TimeSpan Timeout,
    TimeSpan AttemptTimeout,
    RetryOptions Retry,
    TlsOptions Tls,
    TimeProvider TimeProvider,
    long MaxResponseBytes,
    int MaxResponseValues,
    ResponseValidation ResponseValidation,
    CallTelemetry Telemetry,
    bool AcceptsAccessToken)
{
    /// <summary>The beginning of every address.</summary>
    public string Origin { get; } = Host.GetLeftPart(UriPartial.Authority);

    /// <summary>The name of the header that asks for a language.</summary>
    public string LanguageHeader { get; } = HeaderPrefix + "lang";

    /// <summary>Takes over a client's options, which have to be free of problems.</summary>
    /// <param name="options">The client's own copy of its options.</param>
    /// <param name="host">The service's address, as it was read from the options.</param>
    /// <param name="client">The client that calls, whose name is the category of its log.</param>
    /// <param name="appId">The application that calls, where it is one.</param>
    public static TransportSettings From(IClientOptions options, Uri host, Type client, string? appId = null)
    {
        var prefix = options.Edition == Edition.Authing ? "x-authing-" : "x-genauth-";
        var headers = new List<KeyValuePair<string, string>> { new("Accept", "application/json"), new("Accept-Encoding", CompressedContent.Accepted), new("User-Agent", Product.UserAgent) };
        if (appId is not null)
        {
            headers.Add(new(prefix + "app-id", appId));
        }

        headers.Add(new(prefix + "sdk-version", Product.SdkVersion));
        if (!string.IsNullOrEmpty(options.TenantId))
        {
            headers.Add(new(prefix + "app-tenant-id", options.TenantId!));
        }

        return new(
            host,
            prefix,
            [.. headers],
            string.IsNullOrEmpty(options.Language) ? null : options.Language,
            options.Timeout,
            options.AttemptTimeout,
            options.Retry,
            options.Tls,
            options.TimeProvider ?? TimeProvider.System,
            options.MaxResponseBytes,
            options.MaxResponseValues,
            options.ResponseValidation,
            new CallTelemetry(options.LoggerFactory?.CreateLogger(client.FullName!), options.LogBodies, options.SchemaDriftObserver, host, options.Tls),
            AcceptsAccessToken: appId is not null);
    }

    /// <summary>What is wrong with the settings that all clients have; <see langword="null"/> where nothing is.</summary>
    public static IEnumerable<string?> Problems(IClientOptions options) =>
    [
        HeaderText.Problem(options.Language, nameof(options.Language)),
        HeaderText.Problem(options.TenantId, nameof(options.TenantId)),
        Enum.IsDefined(typeof(Edition), options.Edition) ? null : "Edition is none of its values. Use GenAuth or Authing.",
        RequestOptionsCheck.TimeoutProblem(options.Timeout, nameof(options.Timeout)),
        RequestOptionsCheck.TimeoutProblem(options.AttemptTimeout, nameof(options.AttemptTimeout)),
        .. RetryOptions.Problems(options.Retry, nameof(options.Retry)),
        .. TlsOptions.Problems(options.Tls, nameof(options.Tls), DefaultHttpClient.IsBrowser),
        options.MaxResponseBytes is > 0 and <= int.MaxValue ? null : $"MaxResponseBytes must be between 1 and {int.MaxValue}.",
        options.MaxResponseValues > 0 ? null : "MaxResponseValues must be at least 1.",
        ValidationProblem(options.ResponseValidation, nameof(options.ResponseValidation)),
    ];

    /// <summary>The problem with a validation mode, or <see langword="null"/>.</summary>
    public static string? ValidationProblem(ResponseValidation? validation, string setting) =>
        validation is null or ResponseValidation.Lenient or ResponseValidation.Strict ? null : $"{setting} is none of its values. Use Lenient or Strict.";
}
