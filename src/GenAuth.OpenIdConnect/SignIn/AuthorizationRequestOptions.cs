namespace GenAuth.OpenIdConnect;

/// <summary>What a sign-in asks for.</summary>
public sealed class AuthorizationRequestOptions
{
    /// <summary>The address of the callback, exactly as it is registered for the application in the console. Required.</summary>
    public string RedirectUri { get; set; } = string.Empty;

    /// <summary>
    /// The scopes, separated by blanks. <c>offline_access</c> asks for a refresh token, and therefore for the user's consent. Default:
    /// <see langword="null"/>, <c>openid profile</c>, or <c>user</c> for OAuth 2.0.
    /// </summary>
    public string? Scope { get; set; }

    /// <summary>
    /// What the sign-in page shows: <c>none</c>, <c>login</c>, <c>consent</c>, <c>select_account</c>, or several of them separated by
    /// blanks. <c>consent</c> is added if the scopes hold <c>offline_access</c>: without it the service returns no refresh token, and
    /// no error. Default: <see langword="null"/>, the service decides.
    /// </summary>
    public string? Prompt { get; set; }

    /// <summary>Whether the user signs in again although there is a session; adds <c>login</c> to <see cref="Prompt"/>. Default: <see langword="false"/>.</summary>
    public bool ForceSignIn { get; set; }

    /// <summary>How long ago the user may have signed in. The ID token is checked against it. Default: <see langword="null"/>, no limit.</summary>
    public TimeSpan? MaxAge { get; set; }

    /// <summary>How the response comes back. Default: <see cref="AuthorizationResponseMode.Query"/>.</summary>
    public AuthorizationResponseMode ResponseMode { get; set; }

    /// <summary>The tenant whose sign-in page is shown (<c>tenant_id</c>). Default: <see langword="null"/>, the one of the client's options.</summary>
    public string? TenantId { get; set; }

    /// <summary>The external identity source that the user is sent to directly (<c>ext_idp_conn_id</c>). Default: <see langword="null"/>.</summary>
    public string? ExternalIdentityConnectionId { get; set; }

    /// <summary>A text that is handed on to the sign-in page (<c>login_page_context</c>). Default: <see langword="null"/>.</summary>
    public string? LoginPageContext { get; set; }

    /// <summary>Further parameters, for example <c>login_hint</c> or <c>ui_locales</c>. Parameters that the client sets itself are refused.</summary>
    public IDictionary<string, string> AdditionalParameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The type's name only: the values may be personal.</summary>
    public override string ToString() => nameof(AuthorizationRequestOptions);
}
