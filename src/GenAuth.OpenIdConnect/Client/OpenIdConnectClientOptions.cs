namespace GenAuth.OpenIdConnect;

/// <summary>
/// Settings of an <see cref="OpenIdConnectClient"/>. The client copies them: later changes have no effect on it. Other components that
/// accept the application's tokens derive their options from these, so that they can share a section of the configuration.
/// </summary>
public class OpenIdConnectClientOptions : GenAuthClientOptions
{
    /// <summary>The application's ID, from its page in the console. It is the <c>client_id</c> of the protocol. Required.</summary>
    public string AppId { get; set; } = string.Empty;

    /// <summary>
    /// The application's secret. Needed unless the authentication methods are
    /// <see cref="GenAuth.TokenEndpointAuthMethod.None"/>, and to validate tokens that are signed with HS256. Keep it out of programs
    /// that run on the users' devices. A secret that is rotated comes from <see cref="ClientSecretProvider"/> instead.
    /// </summary>
    public string? AppSecret { get; set; }

    /// <summary>
    /// Provides the application's secret in place of <see cref="AppSecret"/>; only one of the two can be set. Default:
    /// <see langword="null"/>; with dependency injection the registered <see cref="IClientSecretProvider"/>, for a named client the one
    /// that is keyed with its name.
    /// </summary>
    public IClientSecretProvider? ClientSecretProvider { get; set; }

    /// <summary>
    /// The application's authentication address, scheme and host only, for example <c>https://example.genauth.ai</c>.
    /// A host without a scheme means https. Required.
    /// </summary>
    public string AppHost { get; set; } = string.Empty;

    /// <summary>
    /// The issuer of the tokens. A token of another issuer is refused, also if it differs only in a slash at its end. Default:
    /// <see langword="null"/>, <see cref="AppHost"/> with the path <c>/oidc</c>.
    /// </summary>
    public string? Issuer { get; set; }

    /// <summary>Which of the application's two providers is used. Default: <see cref="SignInProtocol.OpenIdConnect"/>.</summary>
    public SignInProtocol Protocol { get; set; }

    /// <summary>
    /// The algorithm that the application's tokens are signed with, as set in the console. A token that is signed with another
    /// algorithm is refused. Default: <see cref="TokenSigningAlgorithm.HS256"/>, as for a new application.
    /// </summary>
    public TokenSigningAlgorithm SigningAlgorithm { get; set; } = TokenSigningAlgorithm.HS256;

    /// <summary>How the application authenticates to the token endpoint, as set in the console. Default: <see cref="GenAuth.TokenEndpointAuthMethod.ClientSecretPost"/>.</summary>
    public TokenEndpointAuthMethod TokenEndpointAuthMethod { get; set; } = TokenEndpointAuthMethod.ClientSecretPost;

    /// <summary>The same for the introspection endpoint. Default: <see langword="null"/>, as <see cref="TokenEndpointAuthMethod"/>.</summary>
    public TokenEndpointAuthMethod? IntrospectionEndpointAuthMethod { get; set; }

    /// <summary>The same for the revocation endpoint. Default: <see langword="null"/>, as <see cref="TokenEndpointAuthMethod"/>.</summary>
    public TokenEndpointAuthMethod? RevocationEndpointAuthMethod { get; set; }

    /// <summary>How far the clocks of the service and of this machine may differ when the lifetime of a token is checked, at most one hour. Default: 5 minutes.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(5);
}
