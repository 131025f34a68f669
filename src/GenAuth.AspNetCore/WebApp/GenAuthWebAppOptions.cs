using GenAuth.OpenIdConnect;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace GenAuth.AspNetCore;

/// <summary>
/// Settings of a web app whose users sign in with the service. The lifetime of a session and its cookie are set in
/// <see cref="CookieAuthenticationOptions"/> for <see cref="GenAuthWebAppDefaults.GetCookieScheme"/>; the events of a sign-in in
/// <see cref="OpenIdConnectOptions"/> for the application's scheme.
/// </summary>
public sealed class GenAuthWebAppOptions : OpenIdConnectClientOptions
{
    /// <summary>
    /// The scopes of a sign-in, separated by blanks. With <c>offline_access</c> the service returns a refresh token, with which a session
    /// outlives its first access token; it then asks for the user's consent. <c>roles</c> and <c>extended_fields</c> return the claims of
    /// the same names. Default: <c>openid profile offline_access</c>.
    /// </summary>
    public string Scope { get; set; } = "openid profile offline_access";

    /// <summary>
    /// What the sign-in page shows: <c>login</c>, <c>consent</c>, <c>select_account</c>, or several of them separated by blanks.
    /// <c>consent</c> is added if <see cref="Scope"/> has <c>offline_access</c>. Default: <see langword="null"/>, the service decides.
    /// </summary>
    public string? Prompt { get; set; }

    /// <summary>The external identity source that users are sent to directly (<c>ext_idp_conn_id</c>). Default: <see langword="null"/>.</summary>
    public string? ExternalIdentityConnectionId { get; set; }

    /// <summary>A text that is handed on to the sign-in page (<c>login_page_context</c>). Default: <see langword="null"/>.</summary>
    public string? LoginPageContext { get; set; }

    /// <summary>
    /// The path of the callback. Register its address in the console as a sign-in callback URL. Default: <see langword="null"/>, see
    /// <see cref="GenAuthWebAppDefaults.CallbackPath"/>.
    /// </summary>
    public string? CallbackPath { get; set; }

    /// <summary>
    /// The path to which the service returns after a sign-out. Register its address in the console as a sign-out callback URL. Default:
    /// <see langword="null"/>, see <see cref="GenAuthWebAppDefaults.SignedOutCallbackPath"/>.
    /// </summary>
    public string? SignedOutCallbackPath { get; set; }

    /// <summary>
    /// The page of this app that a browser is redirected to when a sign-in has failed, with <c>reason=denied</c> (the user or a rule of the
    /// application refused) or <c>reason=failed</c> in the query. Default: <see langword="null"/>, the failure reaches the exception handler
    /// of the app.
    /// </summary>
    public string? SignInFailedPath { get; set; }

    /// <summary>
    /// Gets the user information after a sign-in and after each renewal, and adds its claims to those of the ID token. It costs a further
    /// request. Default: <see langword="false"/>, because the ID token of the service has the claims of all scopes.
    /// </summary>
    public bool GetClaimsFromUserInfo { get; set; }

    /// <summary>
    /// Changes the claims of a user, after a sign-in and after each renewal of the tokens. Claims that are added elsewhere, for example in
    /// an event of the handler, are lost with the next renewal. Default: <see langword="null"/>.
    /// </summary>
    public Func<GenAuthClaimsContext, Task>? OnClaimsCreated { get; set; }

    /// <summary>
    /// How long before its end an access token is renewed; at most half of its lifetime is used. In this time requests continue with the
    /// old token while one of them renews it. Default: 5 minutes.
    /// </summary>
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a replica waits to be sure that no other replica renews the same session. It has to be longer than a read and a write
    /// of the distributed cache together usually take, and the same in all replicas. Not used if the sessions are in the memory of the
    /// process. Default: 250 milliseconds.
    /// </summary>
    public TimeSpan RenewalLockDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Revokes the refresh token when a user signs out at the endpoint of <c>MapGenAuthAccount</c>. The sign-out does not fail if the
    /// service does not respond within 5 seconds. Default: <see langword="true"/>.
    /// </summary>
    public bool RevokeTokensOnSignOut { get; set; } = true;
}
