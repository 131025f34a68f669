namespace GenAuth;

/// <summary>Settings of an <see cref="AuthenticationClient"/>. The client copies them: later changes have no effect on it.</summary>
public sealed class AuthenticationClientOptions : GenAuthClientOptions
{
    /// <summary>The application's ID, from its page in the console. Required.</summary>
    public string AppId { get; set; } = string.Empty;

    /// <summary>
    /// The application's secret. Needed by operations that exchange credentials for tokens, unless
    /// <see cref="TokenEndpointAuthMethod"/> is <see cref="GenAuth.TokenEndpointAuthMethod.None"/>. Keep it out of mobile apps. A secret that
    /// is rotated comes from <see cref="ClientSecretProvider"/> instead.
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
    /// The access token of one end user for all calls, without the word <c>Bearer</c>. A server with many users calls
    /// <see cref="AuthenticationClient.WithAccessToken"/> instead. Default: none.
    /// </summary>
    public string? AccessToken { get; set; }

    /// <summary>How the application authenticates, as set in the console. Default: <see cref="GenAuth.TokenEndpointAuthMethod.ClientSecretPost"/>.</summary>
    public TokenEndpointAuthMethod TokenEndpointAuthMethod { get; set; } = TokenEndpointAuthMethod.ClientSecretPost;
}
