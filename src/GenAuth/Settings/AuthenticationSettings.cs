using GenAuth.Text;

namespace GenAuth.Settings;

/// <summary>The validated, immutable copy of a client's options.</summary>
/// <param name="options">The client's own copy.</param>
/// <param name="host">Scheme and host of the service.</param>
internal sealed class AuthenticationSettings(AuthenticationClientOptions options, Uri host)
{
    public string AppId => options.AppId;

    public string? AppSecret => options.AppSecret;

    public IClientSecretProvider? ClientSecretProvider => options.ClientSecretProvider;

    public string? AccessToken => options.AccessToken;

    public TokenEndpointAuthMethod TokenEndpointAuthMethod => options.TokenEndpointAuthMethod;

    public TransportSettings Transport { get; } = new(options, host, "GenAuth.AuthenticationClient", options.AppId);

    /// <exception cref="ArgumentException">Settings are invalid; the message names each with its remedy.</exception>
    public static AuthenticationSettings From(AuthenticationClientOptions options)
    {
        Throw.IfNull(options, nameof(options));

        // The copy is checked, because another thread may change the original after the check.
        options = (AuthenticationClientOptions)options.Copy();
        Throw.IfAny(Problems(options, out var host), nameof(options));
        return new AuthenticationSettings(options, host!);
    }

    /// <summary>Everything that is wrong with the options: what, and what to do. Never holds a secret.</summary>
    public static IEnumerable<string> Problems(AuthenticationClientOptions options, out Uri? host)
    {
        host = ServiceEndpoint.Parse(options.AppHost, options.AllowInsecureHttp, nameof(options.AppHost), out var hostProblem);
        string?[] problems =
        [
            .. ApplicationCheck.IdProblems(options.AppId),
            options.AppId?.Contains(':') == true && options.TokenEndpointAuthMethod == TokenEndpointAuthMethod.ClientSecretBasic
                ? "AppId holds a colon, which ends it in HTTP Basic authentication. Pass the ID alone, or set TokenEndpointAuthMethod to ClientSecretPost."
                : null,
            hostProblem,
            .. ApplicationCheck.SecretProblems(options.AppSecret, options.ClientSecretProvider),
            HeaderValidator.GetTokenProblem(options.AccessToken, nameof(options.AccessToken)),
            ApplicationCheck.MethodProblem(options.TokenEndpointAuthMethod, nameof(options.TokenEndpointAuthMethod)),
            .. TransportSettings.Problems(options),
        ];
        return problems.OfType<string>();
    }
}
