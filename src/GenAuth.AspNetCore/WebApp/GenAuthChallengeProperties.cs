using GenAuth.AspNetCore.WebApp;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace GenAuth.AspNetCore;

/// <summary>
/// What one sign-in asks for in place of the application's settings. Pass it to <c>ChallengeAsync</c> or <c>Results.Challenge</c> with the
/// application's scheme.
/// </summary>
public sealed class GenAuthChallengeProperties : OpenIdConnectChallengeProperties
{
    /// <summary>The tenant whose sign-in page is shown (<c>tenant_id</c>). Default: <see langword="null"/>, the one of the options.</summary>
    public string? TenantId
    {
        get => GetParameter<string>(AuthorizationParameters.TenantId);
        set => SetParameter(AuthorizationParameters.TenantId, value);
    }

    /// <summary>The external identity source that the user is sent to directly (<c>ext_idp_conn_id</c>). Default: <see langword="null"/>, the one of the options.</summary>
    public string? ExternalIdentityConnectionId
    {
        get => GetParameter<string>(AuthorizationParameters.ExternalIdentityConnectionId);
        set => SetParameter(AuthorizationParameters.ExternalIdentityConnectionId, value);
    }

    /// <summary>A text that is handed on to the sign-in page (<c>login_page_context</c>). Default: <see langword="null"/>, the one of the options.</summary>
    public string? LoginPageContext
    {
        get => GetParameter<string>(AuthorizationParameters.LoginPageContext);
        set => SetParameter(AuthorizationParameters.LoginPageContext, value);
    }

    /// <summary>What the user will type as an account (<c>login_hint</c>). Default: <see langword="null"/>.</summary>
    public string? LoginHint
    {
        get => GetParameter<string>(AuthorizationParameters.LoginHint);
        set => SetParameter(AuthorizationParameters.LoginHint, value);
    }

    /// <summary>The languages of the sign-in page, separated by blanks (<c>ui_locales</c>). Default: <see langword="null"/>.</summary>
    public string? UiLocales
    {
        get => GetParameter<string>(AuthorizationParameters.UiLocales);
        set => SetParameter(AuthorizationParameters.UiLocales, value);
    }
}
