using System.Text;
using GenAuth.Authorization;
using GenAuth.Settings;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.OpenIdConnect.Client;

/// <summary>The validated, immutable copy of a client's options.</summary>
/// <param name="options">The client's own copy.</param>
/// <param name="host">Scheme and host of the service.</param>
internal sealed class OpenIdConnectSettings(OpenIdConnectClientOptions options, Uri host)
{
    /// <summary>The smallest key for HS256 (RFC 7518, section 3.2).</summary>
    private const int MinSecretBytes = 32;

    private volatile HmacKey? _lastKey;

    public string AppId => options.AppId;

    public Edition Edition => options.Edition;

    public string? TenantId => options.TenantId;

    public bool IsOpenIdConnect => options.Protocol == SignInProtocol.OpenIdConnect;

    public TokenSigningAlgorithm SigningAlgorithm => options.SigningAlgorithm;

    public TimeSpan ClockSkew => options.ClockSkew;

    public TransportSettings Transport { get; } = new(options, host, "GenAuth.OpenIdConnect.OpenIdConnectClient", options.AppId);

    public string Issuer { get; } = options.Issuer ?? host.GetLeftPart(UriPartial.Authority) + "/oidc";

    public DateTimeOffset Now => Transport.TimeProvider.GetUtcNow();

    public TokenEndpointAuthMethod TokenAuthMethod => options.TokenEndpointAuthMethod;

    public TokenEndpointAuthMethod IntrospectionAuthMethod => options.IntrospectionEndpointAuthMethod ?? options.TokenEndpointAuthMethod;

    public TokenEndpointAuthMethod RevocationAuthMethod => options.RevocationEndpointAuthMethod ?? options.TokenEndpointAuthMethod;

    /// <summary>The path of an endpoint of the provider, for example <c>/oidc/token</c>.</summary>
    public string GetPath(string endpoint) => (IsOpenIdConnect ? "/oidc/" : "/oauth/") + endpoint;

    /// <summary>The application's secret.</summary>
    /// <exception cref="InvalidOperationException">The client has no secret.</exception>
    /// <exception cref="GenAuthCredentialException">The provider of the secret failed.</exception>
    public Task<string> GetSecretAsync(string operation, string purpose, CancellationToken cancellationToken) =>
        options.AppSecret is { } secret ? Task.FromResult(secret)
        : options.ClientSecretProvider is { } provider
            ? CredentialProviders.WithinTimeoutAsync(Transport, operation, token => provider.GetSecretAsync(operation, token), cancellationToken)
        : throw new InvalidOperationException(
            $"The application's secret is needed {purpose}. Set AppSecret or ClientSecretProvider in the client's options, or choose other settings for the application in the console and in the options.");

    /// <summary>The key of HS256, the same one until the secret changes.</summary>
    /// <exception cref="InvalidOperationException">The client has no secret.</exception>
    /// <exception cref="GenAuthCredentialException">The provider of the secret failed, or its secret is too short.</exception>
    public async Task<SecurityKey> GetHmacKeyAsync(string operation, CancellationToken cancellationToken)
    {
        var secret = await GetSecretAsync(operation, "to validate tokens, because SigningAlgorithm is HS256", cancellationToken).ConfigureAwait(false);
        var last = _lastKey;
        if (last?.Secret != secret)
        {
            _lastKey = last = GetKeyProblem(secret, "The secret") is { } problem
                ? throw new GenAuthCredentialException(operation, options.ClientSecretProvider!.GetType().FullName!, $"returned an invalid credential. {problem}")
                : new HmacKey(secret);
        }

        return last.Key;
    }

    /// <exception cref="ArgumentException">Settings are invalid; the message names each with its remedy.</exception>
    public static OpenIdConnectSettings From(OpenIdConnectClientOptions options)
    {
        Throw.IfNull(options, nameof(options));

        // The copy is checked, because another thread may change the original after the check.
        options = (OpenIdConnectClientOptions)options.Copy();
        Throw.IfAny(GetProblems(options, out var host), nameof(options));
        return new OpenIdConnectSettings(options, host!);
    }

    /// <summary>Everything that is wrong with the options, with remedies. Contains no secret.</summary>
    public static IEnumerable<string> GetProblems(OpenIdConnectClientOptions options, out Uri? host)
    {
        host = ServiceEndpoint.Parse(options.AppHost, options.AllowInsecureHttp, nameof(options.AppHost), out var hostProblem);
        string?[] problems =
        [
            .. ApplicationCheck.IdProblems(options.AppId),
            hostProblem,
            .. ApplicationCheck.SecretProblems(options.AppSecret, options.ClientSecretProvider),
            options is { AppSecret: { } secret, SigningAlgorithm: TokenSigningAlgorithm.HS256, Protocol: SignInProtocol.OpenIdConnect }
                ? GetKeyProblem(secret, nameof(options.AppSecret))
                : null,
            options.Issuer is null || Uri.TryCreate(options.Issuer, UriKind.Absolute, out _)
                ? null
                : "Issuer is not an absolute address. Copy it from the application's discovery document, or leave it null.",
            IsDefined(options.Protocol) ? null : "Protocol is not a defined value. Use OpenIdConnect or OAuth2.",
            IsDefined(options.SigningAlgorithm) ? null : "SigningAlgorithm is not a defined value. Use HS256 or RS256.",
            ApplicationCheck.MethodProblem(options.TokenEndpointAuthMethod, nameof(options.TokenEndpointAuthMethod)),
            ApplicationCheck.MethodProblem(options.IntrospectionEndpointAuthMethod, nameof(options.IntrospectionEndpointAuthMethod)),
            ApplicationCheck.MethodProblem(options.RevocationEndpointAuthMethod, nameof(options.RevocationEndpointAuthMethod)),
            options.ClockSkew >= TimeSpan.Zero && options.ClockSkew <= TimeSpan.FromHours(1) ? null : "ClockSkew must be between zero and one hour.",
            .. TransportSettings.Problems(options),
        ];
        return problems.OfType<string>();
    }

    private static string? GetKeyProblem(string secret, string setting) => Encoding.UTF8.GetByteCount(secret) >= MinSecretBytes
        ? null
        : $"{setting} is shorter than the 256 bits (32 characters) that HS256 needs. Copy the whole secret from the console; for a shorter one set the application and SigningAlgorithm to RS256.";

    private static bool IsDefined(SignInProtocol protocol) => protocol is SignInProtocol.OpenIdConnect or SignInProtocol.OAuth2;

    private static bool IsDefined(TokenSigningAlgorithm algorithm) => algorithm is TokenSigningAlgorithm.HS256 or TokenSigningAlgorithm.RS256;

    private sealed class HmacKey(string secret)
    {
        public string Secret => secret;

        public SecurityKey Key { get; } = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret));
    }
}
