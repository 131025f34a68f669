using GenAuth.Http;

namespace GenAuth;

/// <summary>The validated, immutable copy of a client's options.</summary>
internal sealed class AuthenticationSettings
{
    private AuthenticationSettings(AuthenticationClientOptions options, Uri host)
    {
        AppId = options.AppId;
        AppSecret = options.AppSecret;
        AccessToken = options.AccessToken;
        TokenEndPointAuthMethod = options.TokenEndPointAuthMethod;
        Transport = CreateTransportSettings(options, host);
    }

    public string AppId { get; }

    public string? AppSecret { get; }

    public string? AccessToken { get; }

    public TokenEndPointAuthMethod TokenEndPointAuthMethod { get; }

    public TransportSettings Transport { get; }

    /// <exception cref="ArgumentException">Settings are invalid; the message names each with its remedy.</exception>
    public static AuthenticationSettings From(AuthenticationClientOptions options)
    {
        Throw.IfNull(options, nameof(options));
        var problems = Problems(options, out var host).ToList();
        return problems.Count == 0
            ? new AuthenticationSettings(options, host!)
            : throw new ArgumentException(string.Join(" ", problems), nameof(options));
    }

    /// <summary>Everything that is wrong with the options: what, and what to do. Never holds a secret.</summary>
    public static IEnumerable<string> Problems(AuthenticationClientOptions options, out Uri? host)
    {
        host = AppHost.Parse(options.AppHost, options.AllowInsecureHttp, nameof(options.AppHost), out var hostProblem);
        return new[]
        {
            string.IsNullOrWhiteSpace(options.AppId) ? "AppId is empty. Set it to the application's ID, from its page in the console." : null,
            HeaderText.Problem(options.AppId, nameof(options.AppId)),
            hostProblem,
            options.AppSecret is not null && string.IsNullOrWhiteSpace(options.AppSecret) ? "AppSecret is blank. Set the application's secret, or leave it null." : null,
            HeaderText.TokenProblem(options.AccessToken, nameof(options.AccessToken)),
            HeaderText.Problem(options.Language, nameof(options.Language)),
            HeaderText.Problem(options.TenantId, nameof(options.TenantId)),
            Enum.IsDefined(typeof(TokenEndPointAuthMethod), options.TokenEndPointAuthMethod) ? null : "TokenEndPointAuthMethod is none of its values. Use ClientSecretPost, ClientSecretBasic or None.",
            Enum.IsDefined(typeof(Edition), options.Edition) ? null : "Edition is none of its values. Use GenAuth or Authing.",
            RequestOptionsCheck.TimeoutProblem(options.Timeout, nameof(options.Timeout)),
            options.MaxResponseBytes is > 0 and <= int.MaxValue ? null : $"MaxResponseBytes must be between 1 and {int.MaxValue}.",
        }.OfType<string>();
    }

    private static TransportSettings CreateTransportSettings(AuthenticationClientOptions options, Uri host)
    {
        var prefix = options.Edition == Edition.Authing ? "x-authing-" : "x-genauth-";
        var headers = new List<KeyValuePair<string, string>>
        {
            new(prefix + "app-id", options.AppId),
            new(prefix + "sdk-version", Product.SdkVersion),
        };
        if (!string.IsNullOrEmpty(options.TenantId))
        {
            headers.Add(new(prefix + "app-tenant-id", options.TenantId!));
        }

        return new(host, prefix, headers, string.IsNullOrEmpty(options.Language) ? null : options.Language, options.Timeout, options.MaxResponseBytes);
    }
}
