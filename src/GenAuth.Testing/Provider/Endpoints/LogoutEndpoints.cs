using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.SignIn;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Provider.Endpoints;

/// <summary>The addresses that end the session of a browser. Tokens stay valid until they expire or are revoked.</summary>
internal sealed class LogoutEndpoints(TenantSettings settings, TenantStore store, TokenKeys keys, BrowserCookies cookies)
{
    /// <summary><c>GET</c> and <c>POST /oidc/session/end</c>.</summary>
    public TenantResponse EndSession(GenAuthTenantRequest request)
    {
        var parameters = RequestParameters.Read(request);
        if (parameters["post_logout_redirect_uri"] is not { } target)
        {
            return SignOut(request, null);
        }

        if (parameters["id_token_hint"] is not { } hint || (string?)JsonWebToken.ReadClaims(hint, settings, keys)?["aud"] != settings.AppId)
        {
            return Html.ErrorPage("invalid_request", "id_token_hint is missing or is no ID token of this application, which post_logout_redirect_uri needs.");
        }

        var state = parameters["state"];
        return CheckTarget(target, "post_logout_redirect_uri") ?? SignOut(request, state is null ? target : QueryHelpers.AddQueryString(target, "state", state));
    }

    /// <summary>The addresses of the other protocols, which have one parameter for the way back.</summary>
    public TenantResponse EndSession(GenAuthTenantRequest request, string parameter) =>
        RequestParameters.Read(request)[parameter] is { } target ? CheckTarget(target, parameter) ?? SignOut(request, target) : SignOut(request, null);

    private TenantResponse? CheckTarget(string target, string parameter) => settings.PostLogoutRedirectUris.Contains(target)
        ? null
        : Html.ErrorPage("invalid_request", $"The application has not registered the {parameter} {target}. Add exactly this address to PostLogoutRedirectUris of the tenant's options.");

    private TenantResponse SignOut(GenAuthTenantRequest request, string? target)
    {
        if (cookies.GetSession(request) is { } session)
        {
            store.Sessions.Remove(session);
        }

        return cookies.RemoveSession(target is null ? Html.Page("Signed out", "<p>You are signed out of this tenant.</p>") : ProviderResponse.Redirect(target));
    }
}
