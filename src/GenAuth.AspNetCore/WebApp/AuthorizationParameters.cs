using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.SignIn;
using GenAuth.OpenIdConnect.Validation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GenAuth.AspNetCore.WebApp;

/// <summary>The parameters of an authorization request that ASP.NET Core's handler does not know.</summary>
internal static class AuthorizationParameters
{
    public const string TenantId = "tenant_id";
    public const string ExternalIdentityConnectionId = "ext_idp_conn_id";
    public const string LoginPageContext = "login_page_context";
    public const string LoginHint = "login_hint";
    public const string UiLocales = "ui_locales";

    /// <summary>Adds the parameters of the challenge, else those of the options.</summary>
    public static void AddTo(OpenIdConnectMessage message, AuthenticationProperties challenge, GenAuthWebAppOptions options)
    {
        // Null removes a parameter.
        message.SetParameter(TenantId, challenge.GetParameter<string>(TenantId) ?? options.TenantId);
        message.SetParameter(ExternalIdentityConnectionId, challenge.GetParameter<string>(ExternalIdentityConnectionId) ?? options.ExternalIdentityConnectionId);
        message.SetParameter(LoginPageContext, challenge.GetParameter<string>(LoginPageContext) ?? options.LoginPageContext);
        message.SetParameter(LoginHint, challenge.GetParameter<string>(LoginHint));
        message.SetParameter(UiLocales, challenge.GetParameter<string>(UiLocales));
        message.Prompt = GetPrompt(message.Prompt, message.Scope);
    }

    /// <summary>The prompt with the consent without which the service ignores <c>offline_access</c>.</summary>
    /// <exception cref="ArgumentException">The prompt is none, which contradicts the consent.</exception>
    public static string? GetPrompt(string? prompt, string? scope) => PromptRules.GetPrompt(new AuthorizationRequestOptions { Prompt = prompt }, ScopeList.Split(scope));
}
